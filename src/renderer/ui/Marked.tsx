/** A text with the stretches that answer to the search set off; `marks` are [start, end) offsets. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}) {
  return stretches(text, marks).map(({ words, start, marked }) =>
    marked ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
  )
}

type Stretch = { readonly words: string; readonly start: number; readonly marked: boolean }

/** Cuts a text at its marks; marks that overlap or lie outside of the text do no harm. */
export function stretches(text: string, marks: readonly (readonly [number, number])[]): readonly Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > at) found.push({ words: text.slice(at, start), start: at, marked: false })
    found.push({ words: text.slice(start, end), start, marked: true })
    at = end
  }
  if (at < text.length) found.push({ words: text.slice(at), start: at, marked: false })
  return found
}
