/**
 * Where a word or expression stands in a text as it is on screen, nearest to where it was read: the screen adds marks of
 * notes and citations, and the text may have moved on. −1 where it is gone.
 */
export function nearest(text: string, term: string, at: number): number {
  const before = text.lastIndexOf(term, at)
  const after = text.indexOf(term, at)
  if (before === -1 || after === -1) return Math.max(before, after)
  return at - before < after - at ? before : after
}
