import type { PackedTexts } from './packed-texts.ts'

/** Longest word that is compared letter by letter. */
const LONGEST = 64

/**
 * How many letters two words are apart: added, left out, changed, or two neighbours swapped, each counting one. Stops
 * counting above `most` and answers one more.
 */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.length > LONGEST || other.length > LONGEST) return most + 1
  const rows = newRows(one.length)
  for (let depth = 1; depth <= other.length; depth += 1) {
    const least = fillRow(rows, depth, one, other.charCodeAt(depth - 1), other.charCodeAt(depth - 2))
    if (least > most) return most + 1
  }
  return Math.min(rows[other.length]?.[one.length] ?? most + 1, most + 1)
}

/** Visits the words, in order, at most `most` letters away from one, with the distance of each. */
export function eachNear(
  words: PackedTexts,
  word: string,
  most: number,
  visit: (place: number, away: number) => void,
): void {
  if (word.length > LONGEST) return
  const rows = newRows(word.length)
  let known = 0
  let place = 0
  while (place < words.count) {
    const length = Math.min(words.lengthAt(place), LONGEST)
    let depth = known
    let isFar = false
    while (!isFar && depth < length) {
      depth += 1
      const unit = words.unitAt(place, depth - 1)
      const before = depth > 1 ? words.unitAt(place, depth - 2) : 0
      isFar = fillRow(rows, depth, word, unit, before) > most
    }
    const away = rows[depth]?.[word.length] ?? most + 1
    if (!isFar && away <= most) visit(place, away)
    // Words that begin as this one does up to where it went too far are as far away.
    const next = isFar ? words.placeAfter(place, depth) : place + 1
    known = next < words.count ? Math.min(depth, sharedUnits(words, place, next)) : 0
    place = next
  }
}

function sharedUnits(words: PackedTexts, one: number, other: number): number {
  const shorter = Math.min(words.lengthAt(one), words.lengthAt(other), LONGEST)
  for (let unit = 0; unit < shorter; unit += 1) if (words.unitAt(one, unit) !== words.unitAt(other, unit)) return unit
  return shorter
}

/** Row `depth`: how far the first `depth` letters of a word are from each beginning of the other. */
function newRows(length: number): readonly Uint8Array[] {
  const rows = Array.from({ length: LONGEST + 1 }, () => new Uint8Array(length + 1))
  for (let letters = 0; letters <= length; letters += 1) (rows[0] as Uint8Array)[letters] = letters
  return rows
}

/** Fills a row from those above, and answers the least distance in it. */
function fillRow(rows: readonly Uint8Array[], depth: number, word: string, unit: number, before: number): number {
  const row = rows[depth] as Uint8Array
  const above = rows[depth - 1] as Uint8Array
  const twoAbove = rows[depth - 2]
  row[0] = depth
  let least = depth
  for (let at = 1; at <= word.length; at += 1) {
    const letter = word.charCodeAt(at - 1)
    let value = Math.min((above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (letter === unit ? 0 : 1))
    if (twoAbove && at > 1 && letter === before && word.charCodeAt(at - 2) === unit) {
      value = Math.min(value, (twoAbove[at - 2] ?? 0) + 1)
    }
    row[at] = value
    if (value < least) least = value
  }
  return least
}
