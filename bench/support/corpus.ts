import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import { COUNTRIES, SDGS, THEMES, WORD_LISTS } from './word-lists.ts'

/** A made-up record, with about as many words, as much repetition and as many rare words as a real one. */
export type CorpusRecord = {
  readonly id: string
  readonly lang: Lang
  readonly title: string
  readonly summary: string
  readonly sections: readonly { readonly field: string; readonly text: string }[]
  readonly sdgs: readonly string[]
  readonly themes: readonly string[]
  readonly countries: readonly string[]
  readonly year: number
}

/** Records by number: the same seed and number give the same record on every machine, in any order. */
export type Corpus = { readonly record: (number: number) => CorpusRecord }

const WORDS_PER_LANGUAGE = 40_000
const SECTIONS = ['context', 'challenge', 'action', 'results', 'lessons']
const SMALL_SHARE = 0.42
const TOPIC_SHARE = 0.1

/** Makes a corpus whose records hold about `words` words each. */
export function createCorpus({
  seed = 1,
  words = 500,
}: {
  readonly seed?: number
  readonly words?: number
} = {}): Corpus {
  const vocabularies = new Map(LANGS.map((lang, place) => [lang, makeVocabulary(lang, seed * 7 + place)]))
  return {
    record(number) {
      const random = createRandom(seed * 1_000_003 + number)
      const lang = pick(random, ['en', 'fr', 'fr', 'es', 'en'] as const)
      const vocabulary = vocabularies.get(lang) ?? []
      const topic = Array.from({ length: 14 }, () => zipf(random, vocabulary))
      const name = capital(makeWord(random, lang, 2 + Math.floor(random() * 2)))
      const text = (length: number): string => makeText(random, lang, vocabulary, topic, name, length)
      const body = Math.max(SECTIONS.length, Math.round((words - 45) * (0.6 + 0.8 * random())))
      return {
        id: `bench-${number}`,
        lang,
        title: capital(text(8)).replace(/\./g, ''),
        summary: text(37),
        sections: SECTIONS.map((field) => ({ field, text: text(Math.round(body / SECTIONS.length)) })),
        sdgs: several(random, SDGS, 3),
        themes: several(random, THEMES, 2),
        countries: several(random, COUNTRIES, 1),
        year: 1998 + Math.floor(random() * 27),
      }
    },
  }
}

/** A repeatable source of numbers from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function makeVocabulary(lang: Lang, seed: number): readonly string[] {
  const random = createRandom(seed)
  const { stems, endings } = WORD_LISTS[lang]
  const words = new Set<string>()
  // The words of the field come first: they are the frequent ones.
  for (const ending of shuffled(random, endings)) for (const stem of shuffled(random, stems)) words.add(stem + ending)
  while (words.size < WORDS_PER_LANGUAGE) {
    const stem = makeWord(random, lang, 2 + Math.floor(random() * 2))
    for (let forms = Math.floor(random() * 4); forms >= 0; forms -= 1) words.add(stem + pick(random, endings))
  }
  return [...words]
}

function makeWord(random: () => number, lang: Lang, syllables: number): string {
  return Array.from({ length: syllables }, () => pick(random, WORD_LISTS[lang].syllables)).join('')
}

function makeText(
  random: () => number,
  lang: Lang,
  vocabulary: readonly string[],
  topic: readonly string[],
  name: string,
  length: number,
): string {
  const { small } = WORD_LISTS[lang]
  const words = Array.from({ length }, () => {
    const kind = random()
    if (kind < SMALL_SHARE) return zipf(random, small)
    if (kind < SMALL_SHARE + TOPIC_SHARE) return pick(random, topic)
    if (kind > 0.99) return name
    if (kind > 0.98) return String(1990 + Math.floor(random() * 35))
    const word = zipf(random, vocabulary)
    return kind > 0.92 ? `${word}.` : word
  })
  return words.join(' ')
}

/** Picks as words are used: the second half as often as the first, the tenth a tenth as often. */
function zipf(random: () => number, words: readonly string[]): string {
  const place = Math.floor(Math.exp(random() * Math.log(words.length + 1))) - 1
  return words[Math.min(place, words.length - 1)] ?? ''
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

function several(random: () => number, values: readonly string[], most: number): readonly string[] {
  const count = 1 + Math.floor(random() * most)
  return [...new Set(Array.from({ length: count }, () => pick(random, values)))]
}

function shuffled(random: () => number, values: readonly string[]): readonly string[] {
  return values
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
