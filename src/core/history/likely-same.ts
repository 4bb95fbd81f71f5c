/** Two names that may be one person's. */
export type NamePair = { readonly one: string; readonly other: string }

/**
 * Names that look like one person's: the same but for case, accents and order; an initial for a name; a name more or
 * fewer at the end. Never a first name alone: there is more than one Luis.
 */
export function likelySame(names: readonly string[]): readonly NamePair[] {
  const known = [...new Set(names)].filter((name) => name.trim() !== '').sort()
  const parts = known.map((name) => ({ name, words: wordsOf(name) }))
  return parts.flatMap(({ name: one, words: mine }, index) =>
    parts
      .slice(index + 1)
      .flatMap(({ name: other, words: theirs }) => (isLikely(mine, theirs) ? [{ one, other }] : [])),
  )
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function isLikely(mine: readonly string[], theirs: readonly string[]): boolean {
  if (mine.length === 0 || theirs.length === 0) return false
  if ([...mine].sort().join(' ') === [...theirs].sort().join(' ')) return true
  const [short, long] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine]
  if (short.length < 2) return false
  const alike = short.every((word, index) => isShortFor(word, long[index] ?? '') || isShortFor(long[index] ?? '', word))
  // Initials alone ("L. Q.") say too little.
  return alike && short.some((word, index) => word.length > 1 && word === long[index])
}

function isShortFor(word: string, name: string): boolean {
  return word === name || (word.length === 1 && name.startsWith(word))
}
