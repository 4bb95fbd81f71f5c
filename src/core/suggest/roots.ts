import { foldWord } from '../search/fold.ts'
import type { Lang } from '../model/lang.ts'

const WORD = /^[a-z]{4,40}$/
const LONGEST_ROOT = 9
const SHORTEST_ROOT = 4

/** What the three languages made of one beginning: escuela and school, état and state. */
const BEGINNINGS: Readonly<Record<Lang, readonly (readonly [RegExp, string])[]>> = {
  en: [],
  fr: [
    [/^e(?=t[aiuou])/, 'es'],
    [/^es/, 's'],
    [/^ec(?=o)/, 'sc'],
  ],
  es: [[/^es(?=[ptc])/, 's']],
}

/** Spellings of one sound, then the endings that differ: `-ción`, `-tion`; `-mente`, `-ment`, `-ly`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/([tc])h/g, '$1'],
  [/h/g, ''],
  [/y/g, 'i'],
  [/qu|k/g, 'c'],
  [/([a-z])\1/g, '$1'],
  [/z/g, 'c'],
  [/ci/g, 'ti'],
  [/ou/g, 'u'],
  [/(?:dad(?:es)?|tes?|ties?|ti)$/, 'ti'],
  [/(?:mente|ments?|ly)$/, ''],
  [/s$/, ''],
  [/[aeiou]+$/, ''],
]

/**
 * The root that words of one origin share in the three languages: `deforestation`, `déforestation` and `deforestación`
 * have one. It is coarse, and only asked for words that the concepts do not name; undefined for short words and for
 * other scripts.
 */
export function rootOf(word: string, lang: Lang): string | undefined {
  const folded = foldWord(word)
  if (!WORD.test(folded)) return undefined
  const root = [...BEGINNINGS[lang], ...SPELLINGS].reduce((text, [from, to]) => text.replace(from, to), folded)
  return root.length < SHORTEST_ROOT ? undefined : root.slice(0, LONGEST_ROOT)
}
