/** Called for each word of a text with its place: [start, end) in UTF-16 code units. */
export type VisitToken = (start: number, end: number) => void

const OTHER = 1
const LETTER = 2
const DIGIT = 3
const APOSTROPHE = 4

const classes = new Uint8Array(0x10000)
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u

/** Words that French (and names from it) shorten before a vowel; they carry no meaning to search for. */
const ELISIONS = new Set('l d j m n s t c qu jusqu lorsqu puisqu quoiqu presqu'.split(' '))

/** What English leaves after an apostrophe. */
const ENDINGS = new Set('s t d m re ve ll'.split(' '))

/** A goal or target by its name in one of the three languages: with its number, it is one word. */
const GOAL = /(?:sdgs?|odd|ods)(?:\s{0,2}n)?[\s.:°º#-]{0,3}\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?![\p{L}\p{N}]|\.\d)/iuy
const NUMBER =
  /(?<!\d[.,])(?:\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d{1,2}\.[a-d])(?![\p{L}\p{N}]|[.,]\d)/uy

/**
 * Finds the words of a text, in the same way for the index, for a query and for what is highlighted.
 *
 * Elided articles are passed over (`l'eau` is `eau`), numbers and codes stay whole (`5.2`, `30,000`, `16.a`), and the
 * name of a goal is one word with its number (`ODD 5`). Hyphens part words. Nothing in any text makes it fail.
 */
export function eachToken(text: string, visit: VisitToken): void {
  let position = 0
  while (position < text.length) {
    const kind = classAt(text, position)
    if (kind !== LETTER && kind !== DIGIT) {
      position += 1
      continue
    }
    const end = endOfWord(text, position, kind)
    if (isElision(text, position, end)) {
      position = end + 1
      continue
    }
    if (!isEnglishEnding(text, position, end)) visit(position, end)
    position = end
  }
}

function endOfWord(text: string, start: number, kind: number): number {
  const pattern = kind === DIGIT ? NUMBER : GOAL
  const mayMatch = kind === DIGIT || 'sSoO'.includes(text.charAt(start))
  return (mayMatch && matchEnd(pattern, text, start)) || endOfRun(text, start)
}

function endOfRun(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind !== LETTER && kind !== DIGIT) break
    end += isHighSurrogate(text.charCodeAt(end)) ? 2 : 1
  }
  return end
}

function isElision(text: string, start: number, end: number): boolean {
  if (end - start > 6 || classAt(text, end) !== APOSTROPHE || classAt(text, end + 1) !== LETTER) return false
  return ELISIONS.has(text.slice(start, end).toLowerCase())
}

function isEnglishEnding(text: string, start: number, end: number): boolean {
  if (end - start > 2 || start < 2 || classAt(text, start - 1) !== APOSTROPHE) return false
  return classAt(text, start - 2) === LETTER && ENDINGS.has(text.slice(start, end).toLowerCase())
}

/** Where a sticky pattern that begins here ends; 0 where it does not match. */
function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : 0
}

function classAt(text: string, position: number): number {
  const code = text.charCodeAt(position)
  if (Number.isNaN(code)) return OTHER
  if (isHighSurrogate(code)) return classOf(String.fromCodePoint(text.codePointAt(position) ?? 0))
  const known = classes[code]
  if (known) return known
  const kind = classOf(String.fromCharCode(code))
  classes[code] = kind
  return kind
}

function classOf(character: string): number {
  if (/^[0-9]$/.test(character)) return DIGIT
  if (/^['’ʼ＇`´]$/.test(character)) return APOSTROPHE
  return WORD_CHARACTER.test(character) ? LETTER : OTHER
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
