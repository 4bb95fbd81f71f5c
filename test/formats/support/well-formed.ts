/** Characters that XML 1.0 allows. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const TOKEN = /<!DOCTYPE [^>]*>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/?[^<>]*>|[^<]+|</g
const TAG = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>$/

/** What keeps a text from being well-formed XML, with a little of the place; empty if nothing does. */
export function xmlFaults(xml: string): readonly string[] {
  const open: string[] = []
  const faults: string[] = ILLEGAL.test(xml) ? ['illegal character'] : []
  for (const [token] of xml.matchAll(TOKEN)) {
    if (!token.startsWith('<')) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(token)) faults.push(`bare &: ${token.slice(0, 60)}`)
    } else if (!/^<[!?]/.test(token)) {
      const [, end, name = '', attributes = '', empty] = TAG.exec(token) ?? []
      if (name === '') faults.push(`broken tag: ${token.slice(0, 80)}`)
      const names = Array.from(attributes.matchAll(/([\w:.-]+)="/g), ([, attribute]) => attribute)
      if (new Set(names).size !== names.length) faults.push(`attribute twice: ${token.slice(0, 80)}`)
      if (end === '/') {
        const expected = open.pop()
        if (expected !== name) faults.push(`</${name}> closes <${expected ?? ''}>`)
      } else if (empty !== '/') {
        open.push(name)
      }
    }
  }
  return open.length > 0 ? [...faults, `never closed: ${open.join(', ')}`] : faults
}

/** The texts of an XML document, tags removed, entities read. */
export function xmlText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&')
}
