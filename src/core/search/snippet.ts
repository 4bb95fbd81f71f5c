import { marksOf, type Match } from './match.ts'

/** A stretch of a text with marks on it. */
export type Stretch = { readonly text: string; readonly marks: readonly (readonly [number, number])[] }

const LENGTH = 200
const BEFORE = 50
const CUT = '…'

/**
 * Cuts out the stretch of a text that shows most of the words found, on word boundaries where there are any, on one
 * line, at most about 200 characters long. An ellipsis stands where text was left out.
 */
export function cutSnippet(text: string, matches: readonly Match[]): Stretch {
  const first = bestMatch(matches)
  const from =
    first && first.start > BEFORE && text.length > LENGTH ? wordStart(text, first.start - BEFORE, first.start) : 0
  const to =
    text.length - from > LENGTH
      ? wordEnd(text, Math.max(from + LENGTH, first?.end ?? 0), first?.end ?? from)
      : text.length
  const lead = from > 0 ? CUT : ''
  const tail = to < text.length ? CUT : ''
  const shift = lead.length - from
  return {
    text: lead + text.slice(from, to).replace(/\s/g, ' ') + tail,
    marks: marksOf(matches.filter(({ start, end }) => start >= from && end <= to)).map(
      ([start, end]) => [start + shift, end + shift] as const,
    ),
  }
}

/** The match from which on a stretch shows most different words; the first of those. */
function bestMatch(matches: readonly Match[]): Match | undefined {
  let best = matches[0]
  let most = 0
  matches.forEach((match, place) => {
    const words = new Set<number>()
    for (let next = place; next < matches.length; next += 1) {
      const other = matches[next]
      if (!other || other.end > match.start + LENGTH - BEFORE) break
      words.add(other.word)
    }
    if (words.size > most) {
      most = words.size
      best = match
    }
  })
  return best
}

/** Where a word begins at or after a place, and before a limit; inside one word that long, the place itself. */
function wordStart(text: string, place: number, limit: number): number {
  for (let at = place; at < limit; at += 1) if (/\s/.test(text.charAt(at))) return at + 1
  return isInsidePair(text, place) ? place + 1 : place
}

/** Where a word ends at or before a place, and not before a limit. */
function wordEnd(text: string, place: number, limit: number): number {
  for (let at = place; at > limit; at -= 1) if (/\s/.test(text.charAt(at))) return at
  return isInsidePair(text, place) ? place - 1 : place
}

/** Whether a place parts the two halves of one character. */
function isInsidePair(text: string, place: number): boolean {
  return (text.codePointAt(place - 1) ?? 0) > 0xffff
}
