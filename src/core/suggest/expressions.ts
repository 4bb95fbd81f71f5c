import type { Lang } from '../model/lang.ts'
import { type Analysed, analyse } from '../search/analyse.ts'
import { eachToken } from '../search/tokens.ts'

/** Something that words of a text can stand for, with the words and expressions that name it in each language. */
export type Named = { readonly name: string; readonly words: Readonly<Record<Lang, readonly string[]>> }

/** Called with a name that was found, its share (a word of two names counts half for each) and its place in UTF-16 code units. */
export type VisitNamed = (name: string, share: number, start: number, end: number) => void

/** What is told of each word besides the names it stands for; `isNamed` says whether it alone stands for one. */
export type VisitWord = (written: string, word: Analysed, isNamed: boolean, start: number, end: number) => void

/** Words of one expression that stand apart no further than this ("droits de l’homme") belong together. */
const WIDEST_GAP = 12
const MOST_WORDS = 3
const SENTENCE_END = /[.;:!?\n]/

/** A word that carries meaning, and where it stands. */
type Word = { readonly term: string; readonly start: number; readonly end: number }

/** Finds what a list names in a text. The words of a language are read when the first text in it comes. */
export function createExpressions(
  list: readonly Named[],
): (text: string, lang: Lang, visit: VisitNamed, visitWord?: VisitWord) => void {
  const known = new Map<Lang, Expressions>()
  return (text, lang, visit, visitWord) => {
    const ready = known.get(lang) ?? expressionsOf(list, lang)
    known.set(lang, ready)
    find(text, lang, ready, visit, visitWord)
  }
}

function find(text: string, lang: Lang, expressions: Expressions, visit: VisitNamed, visitWord?: VisitWord): void {
  const { names, beginnings } = expressions
  const before: Word[] = []
  eachToken(text, (start, end) => {
    const written = text.slice(start, end)
    const word = analyse(written, lang)
    const own = carriesMeaning(word) ? names.get(word.term) : undefined
    visitWord?.(written, word, own !== undefined, start, end)
    if (!carriesMeaning(word)) return
    if (own) for (const name of own) visit(name, 1 / own.length, start, end)
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
  /** Names by the stems of their words, joined by spaces. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** First stems of the expressions of several words: most words need no further look. */
  readonly beginnings: ReadonlySet<string>
}

function expressionsOf(list: readonly Named[], lang: Lang): Expressions {
  const names = new Map<string, string[]>()
  const beginnings = new Set<string>()
  for (const { name, words } of list) {
    for (const expression of words[lang]) {
      const stems = stemsOf(expression, lang)
      const key = stems.join(' ')
      if (key === '' || names.get(key)?.includes(name)) continue
      names.set(key, [...(names.get(key) ?? []), name])
      if (stems.length > 1 && stems[0] !== undefined) beginnings.add(stems[0])
    }
  }
  return { names, beginnings }
}

function stemsOf(words: string, lang: Lang): readonly string[] {
  const stems: string[] = []
  eachToken(words, (start, end) => {
    const word = analyse(words.slice(start, end), lang)
    if (carriesMeaning(word)) stems.push(word.term)
  })
  return stems
}

/** Whether a word says something by itself. */
export function carriesMeaning(word: Analysed): boolean {
  return word.kind === 'word' && !word.stop && word.term.length > 1
}
