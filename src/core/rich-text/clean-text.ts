// XML, and with it DOCX, cannot hold the unwritable ones at all; none of them is ever written by a person.
const SPECIAL = /(?<end>\r\n|[\n\r\u0085\u2028\u2029])|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/g

/** A part of a text: characters, or a line end. Control characters are in no part. `index` and `length` are the source's. */
export type TextPart = { readonly text: string; readonly index: number; readonly length: number }

/** Splits text at line ends, of whatever kind, and leaves out what no document can hold. A line end's text is `\n`. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(SPECIAL)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), index: from, length: match.index - from })
    from = match.index + match[0].length
    if (match.groups?.['end']) parts.push({ text: '\n', index: match.index, length: match[0].length })
  }
  if (from < text.length) parts.push({ text: text.slice(from), index: from, length: text.length - from })
  return parts
}

/** Text as it may enter a document: one kind of line end, no control characters, no halves of surrogate pairs. */
export function cleanText(text: string): string {
  return textParts(text.toWellFormed())
    .map((part) => part.text)
    .join('')
}
