/** Words that come and go in names without changing who is meant, in the three languages. */
const LOOSE_WORDS = new Set(['the', 'la', 'le', 'les', 'l', 'el', 'los', 'las', 'and', 'et', 'y'])

const LONG_FORMS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' }

/** A name reduced to what people agree on: no case, accents, punctuation, articles or "and". May be empty. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '' && !LOOSE_WORDS.has(word))
    .map((word) => LONG_FORMS[word] ?? word)
    .join(' ')
}
