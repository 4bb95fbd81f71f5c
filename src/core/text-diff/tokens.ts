/** Finds words and characters by Unicode's rules, which do not differ between our languages. */
const words = new Intl.Segmenter('en', { granularity: 'word' })
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Below this code unit nothing combines with its neighbour, save a line end in two parts. */
const FIRST_COMBINING = 0x300

/** Whether a text may be cut here: not inside what a reader takes for one character. */
function isBetweenCharacters(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (before < FIRST_COMBINING && after < FIRST_COMBINING) return before !== 0x0d || after !== 0x0a
  return characters.segment(text).containing(at)?.index === at
}

/** Where the word begins that holds this place, or this place where it lies between two words. */
export function wordStart(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(0, at), text.length)
  const start = words.segment(text).containing(at)?.index ?? 0
  return isBetweenCharacters(text, start) ? start : wordStart(text, start - 1)
}

/** The same towards the end of the text. */
export function wordEnd(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(0, at), text.length)
  const word = words.segment(text).containing(at)
  if (!word || word.index === at) return isBetweenCharacters(text, at) ? at : wordEnd(text, at + 1)
  const end = word.index + word.segment.length
  return isBetweenCharacters(text, end) ? end : wordEnd(text, end + 1)
}

/** A text in words and what stands between them; joined again they are the text. */
export function wordsOf(text: string): readonly string[] {
  const found: string[] = []
  let start = 0
  for (const { index } of words.segment(text)) {
    if (index === start || !isBetweenCharacters(text, index)) continue
    found.push(text.slice(start, index))
    start = index
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

/** A text in its lines, each with its line end; joined again they are the text. */
export function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/)
}
