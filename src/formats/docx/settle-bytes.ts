import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first moment a ZIP archive can name; `Date` parts are local, as the archive's are. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * The same document with nothing left of the moment it was made: random relation ids become numbers, its date is the
 * one given (an ISO 8601 day), and the archive holds no times. Equal briefs are equal files.
 */
export function settleBytes(docx: Uint8Array, date: string): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => order(a, b))
  const texts = new Map(parts.filter(([name]) => isXml(name)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  for (const name of [...texts.keys()].filter((entry) => entry.endsWith('.rels'))) renumber(texts, name)
  const body = texts.get('word/document.xml')
  if (body !== undefined) texts.set('word/document.xml', renumberBookmarks(body))
  const core = texts.get('docProps/core.xml')
  if (core !== undefined)
    texts.set('docProps/core.xml', core.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${date}T00:00:00Z`))
  const settled = parts.map(([name, bytes]) => {
    const text = texts.get(name)
    return [name, text === undefined ? bytes : strToU8(text)] as const
  })
  return zipSync(Object.fromEntries(settled), { mtime: NO_TIME, level: 6 })
}

/** Readers that stream want the list of content types first. */
function order(a: string, b: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}

/** Numbers the relations of one part in the order the part names them. */
function renumber(texts: Map<string, string>, rels: string): void {
  const part = rels.replace(/_rels\/([^/]+)\.rels$/, '$1')
  const links = texts.get(rels)
  const text = texts.get(part)
  if (links === undefined || text === undefined) return
  const ids = new Map<string, string>()
  const named = /(r:(?:id|embed|link|href)=")([^"]+)(")/g
  for (const [, , id = ''] of text.matchAll(named)) if (!ids.has(id)) ids.set(id, `rIdT${ids.size + 1}`)
  texts.set(
    part,
    text.replace(named, (_, open: string, id: string, close: string) => open + (ids.get(id) ?? id) + close),
  )
  texts.set(
    rels,
    links.replace(
      /( Id=")([^"]+)(")/g,
      (_, open: string, id: string, close: string) => open + (ids.get(id) ?? id) + close,
    ),
  )
}

/** Bookmarks get their numbers from a counter that the whole program shares; these count from 1 in each document. */
function renumberBookmarks(xml: string): string {
  const ids = new Map<string, number>()
  const settled = (id: string): number => {
    const known = ids.get(id) ?? ids.size + 1
    ids.set(id, known)
    return known
  }
  return xml
    .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/w:id="([^"]+)"/, (_, id: string) => `w:id="${settled(id)}"`),
    )
    .replace(/_Toc(\d+)/g, (_, id: string) => `_Toc${settled(id)}`)
}
