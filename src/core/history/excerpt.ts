import type { DiffPart } from '../text-diff/diff-text.ts'

/** So many characters of what did not change are shown on each side of what did. */
const AROUND = 60
/** So many characters of one change, and so many changes, are shown in a line of history; the version shows all. */
const LONGEST = 600
const MOST = 24

/** The places of a comparison that changed, each with a few words around it: what a line of history has room for. */
export function excerptOf(parts: readonly DiffPart[]): readonly DiffPart[] {
  const shown = parts.slice(0, MOST)
  const short = shown.map((part, index) => {
    if (part.kind !== 'same') return { ...part, text: cut(part.text, LONGEST) }
    return { ...part, text: around(part.text, index === 0, index === parts.length - 1) }
  })
  return shown.length < parts.length ? [...short, { kind: 'same', text: '…' }] : short
}

function around(text: string, isFirst: boolean, isLast: boolean): string {
  const room = isFirst || isLast ? AROUND : AROUND * 2
  if (text.length <= room + 20) return text
  const head = isFirst ? '' : startOf(text, AROUND)
  const tail = isLast ? '' : endOf(text, AROUND)
  return `${head}…${tail}`
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${startOf(text, length)}…`
}

/** The beginning of a text, to the end of a word where one is near. */
function startOf(text: string, length: number): string {
  const head = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
  const space = head.search(/\s\S*$/u)
  return space > length / 2 ? head.slice(0, space) : head
}

function endOf(text: string, length: number): string {
  const tail = text.slice(-length).replace(/^[\uDC00-\uDFFF]/, '')
  const space = tail.search(/\s/u)
  return space >= 0 && space < length / 2 ? tail.slice(space) : tail
}
