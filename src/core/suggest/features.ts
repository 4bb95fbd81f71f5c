import type { Lang } from '../model/lang.ts'
import { type Analysed, analyse } from '../search/analyse.ts'
import { eachToken } from '../search/tokens.ts'
import { CONCEPTS } from './concepts.ts'
import { rootOf } from './roots.ts'

/**
 * Called for each thing in a text that weights may be known for: the name of a concept, `~root` of another word, or the
 * code of a goal or target that the text names (`#5.2`), with its share (a word of two concepts counts half for each)
 * and its place in UTF-16 code units.
 */
export type VisitFeature = (name: string, share: number, start: number, end: number) => void

/** Words of one concept that stand apart no further than this ("droits de l’homme") are one expression. */
const WIDEST_GAP = 12
const MOST_WORDS = 3
const SENTENCE_END = /[.;:!?\n]/
const GOAL_CODE = /^sdg(\d{1,2}(?:\.[\da-d]+)?)$/

/** A word that carries meaning, and where it stands. */
type Word = { readonly term: string; readonly start: number; readonly end: number }

/** Finds the concepts, roots and codes of a text. The script that learns weights and the app both look through this. */
export function eachFeature(text: string, lang: Lang, visit: VisitFeature): void {
  const { names, beginnings } = expressionsOf(lang)
  const before: Word[] = []
  eachToken(text, (start, end) => {
    const written = text.slice(start, end)
    const word = analyse(written, lang)
    const code = GOAL_CODE.exec(word.term)?.[1]
    if (code !== undefined) visit(`#${code}`, 1, start, end)
    if (!carriesMeaning(word)) return
    const own = names.get(word.term)
    if (own) for (const name of own) visit(name, 1 / own.length, start, end)
    else {
      const root = rootOf(written, lang)
      if (root !== undefined) visit(`~${root}`, 1, start, end)
    }
    const last = before.at(-1)
    if (last && (start - last.end > WIDEST_GAP || SENTENCE_END.test(text.slice(last.end, start)))) before.length = 0
    if (before.length === MOST_WORDS - 1 && before.length > 0) visitExpression(before, word.term, end)
    if (before.length > 0) visitExpression(before.slice(-1), word.term, end)
    before.push({ term: word.term, start, end })
    if (before.length > MOST_WORDS - 1) before.shift()
  })

  function visitExpression(words: readonly Word[], term: string, end: number): void {
    const [first] = words
    if (!first || !beginnings.has(first.term)) return
    const found = names.get(`${words.map((word) => word.term).join(' ')} ${term}`)
    if (found) for (const name of found) visit(name, 1 / found.length, first.start, end)
  }
}

type Expressions = {
  /** Concepts by the stems of their words, joined by spaces. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** First stems of the expressions of several words: most words need no further look. */
  readonly beginnings: ReadonlySet<string>
}

const known = new Map<Lang, Expressions>()

function expressionsOf(lang: Lang): Expressions {
  const ready = known.get(lang)
  if (ready) return ready
  const names = new Map<string, string[]>()
  const beginnings = new Set<string>()
  for (const concept of CONCEPTS) {
    for (const words of concept.words[lang]) {
      const stems = stemsOf(words, lang)
      const key = stems.join(' ')
      if (key === '' || names.get(key)?.includes(concept.name)) continue
      names.set(key, [...(names.get(key) ?? []), concept.name])
      if (stems.length > 1 && stems[0] !== undefined) beginnings.add(stems[0])
    }
  }
  const expressions = { names, beginnings }
  known.set(lang, expressions)
  return expressions
}

function stemsOf(words: string, lang: Lang): readonly string[] {
  const stems: string[] = []
  eachToken(words, (start, end) => {
    const word = analyse(words.slice(start, end), lang)
    if (carriesMeaning(word)) stems.push(word.term)
  })
  return stems
}

function carriesMeaning(word: Analysed): boolean {
  return word.kind === 'word' && !word.stop && word.term.length > 1
}
