import { diffArrays } from 'diff'
import { commonEnds } from '../rich-text/surrogates.ts'
import { linesOf, wordEnd, wordStart, wordsOf } from './tokens.ts'

/** One piece of a comparison of two texts. */
export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** So many edits are looked for between two lists; the work grows with their square. */
const MOST_EDITS = 1_500
/** So much of a text is compared word by word; more than this changed at once is shown as a whole. */
const MOST_CHARACTERS = 60_000

/**
 * Compares two texts as a reader does: paragraph by paragraph, and word by word within those that changed.
 *
 * `same` and `added` joined give `after`; `same` and `removed` joined give `before`. Nothing is cut inside a character,
 * however many code units it has. What was removed stands before what came in its place. However long and however
 * different the texts are, it takes a moment: what is too much to compare by words is shown by paragraphs, and what is
 * too much for that as one.
 */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const { start, end } = commonParts(before, after)
  const parts = [
    part('same', before.slice(0, start)),
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    part('same', before.slice(before.length - end)),
  ]
  return tidied(parts)
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text }
}

/** What two texts share at their ends, in whole words. */
function commonParts(before: string, after: string): { readonly start: number; readonly end: number } {
  const start = sharedStart(before, after, commonEnds(before, after).start)
  const ends = commonEnds(before.slice(start), after.slice(start))
  return { start, end: sharedEnd(before, after, ends.end) }
}

function sharedStart(before: string, after: string, most: number): number {
  const start = Math.min(wordStart(before, most), wordStart(after, most))
  return start === most ? start : sharedStart(before, after, start)
}

function sharedEnd(before: string, after: string, most: number): number {
  const [mine, theirs] = [
    before.length - wordEnd(before, before.length - most),
    after.length - wordEnd(after, after.length - most),
  ]
  const end = Math.min(mine, theirs)
  return end === most ? end : sharedEnd(before, after, end)
}

function diffMiddle(before: string, after: string): readonly DiffPart[] {
  const whole = [part('removed', before), part('added', after)]
  if (before === '' || after === '') return whole
  const lines = diffLists(linesOf(before), linesOf(after))
  if (!lines) return whole
  return hunksOf(lines).flatMap((hunk) => ('kind' in hunk ? [hunk] : diffWords(hunk.removed, hunk.added)))
}

function diffWords(before: string, after: string): readonly DiffPart[] {
  const whole = [part('removed', before), part('added', after)]
  if (before === '' || after === '' || before.length + after.length > MOST_CHARACTERS) return whole
  const words = diffLists(wordsOf(before), wordsOf(after))
  return words ? readable(hunksOf(words)).flatMap((hunk) => ('kind' in hunk ? [hunk] : split(hunk))) : whole
}

/** What changed in one place. */
type Hunk = { readonly removed: string; readonly added: string }

function split({ removed, added }: Hunk): readonly DiffPart[] {
  return [part('removed', removed), part('added', added)]
}

function diffLists(before: readonly string[], after: readonly string[]): readonly DiffPart[] | undefined {
  const found = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  return found?.map(({ added, removed, value }) => part(added ? 'added' : removed ? 'removed' : 'same', value.join('')))
}

/** Gathers what was removed and added between two unchanged parts. */
function hunksOf(parts: readonly DiffPart[]): readonly (DiffPart | Hunk)[] {
  const hunks: (DiffPart | Hunk)[] = []
  for (const { kind, text } of parts) {
    const last = hunks.at(-1)
    if (kind === 'same') hunks.push({ kind, text })
    else if (last && !('kind' in last)) hunks[hunks.length - 1] = { ...last, [kind]: last[kind] + text }
    else hunks.push({ removed: '', added: '', [kind]: text })
  }
  return hunks
}

/** A space or a comma that stayed between two words that did not is no help to a reader: it goes with them. */
function readable(hunks: readonly (DiffPart | Hunk)[]): readonly (DiffPart | Hunk)[] {
  const found: (DiffPart | Hunk)[] = []
  hunks.forEach((hunk, index) => {
    const [before, between] = [found.at(-2), found.at(-1)]
    const joins =
      !('kind' in hunk) &&
      index > 1 &&
      before !== undefined &&
      between !== undefined &&
      'kind' in between &&
      !('kind' in before) &&
      isFiller(between.text)
    if (!joins) {
      found.push(hunk)
      return
    }
    const added = before.added + between.text + hunk.added
    found.splice(-2, 2, { removed: before.removed + between.text + hunk.removed, added })
  })
  return found
}

function isFiller(text: string): boolean {
  return text.length <= 3 && !/[\p{L}\p{N}\n]/u.test(text)
}

function tidied(parts: readonly DiffPart[]): readonly DiffPart[] {
  const tidy: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = tidy.at(-1)
    if (text === '') continue
    if (last?.kind === kind) tidy[tidy.length - 1] = part(kind, last.text + text)
    else tidy.push(part(kind, text))
  }
  return tidy
}
