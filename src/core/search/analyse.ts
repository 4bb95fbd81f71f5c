import type { Lang } from '../model/lang.ts'
import { isCountryWord } from './country-words.ts'
import { foldWord } from './fold.ts'
import { stemWord } from './stems.ts'
import { isStopWord } from './stop-words.ts'

/** What one word of a text stands for in the index. */
export type Analysed = {
  /** The word as it stands, folded: what prefixes and typos are compared with. */
  readonly surface: string
  /** What is looked up: the stem in the language of the text. */
  readonly term: string
  readonly stop: boolean
  /** Words may be completed and mistyped, whole numbers completed; a code (`5.2`, `ODD 5`) is meant as it stands. */
  readonly kind: 'word' | 'number' | 'code'
  /** What it can also be found by: `ODD 5.2` by `5.2`, `SDG 5` and `ODD`. */
  readonly also: readonly Analysed[]
}

/** A language, or none for names, which no language inflects. */
export type AnalysisLang = Lang | 'none'

/** Longest word that is told apart; what comes after it is not read. */
const LONGEST_WORD = 64

const REMEMBERED = 20_000
const GOAL = /^(sdg|odd|ods)s?\P{N}*((\d{1,2})(?:\.[\da-d]+)?)$/u
const THOUSANDS = /^\d{1,3}(?:[., ]\d{3})+(?:[.,]\d+)?$/
const NUMBER = /^\d+$/

const memory: Readonly<Record<AnalysisLang, Map<string, Analysed>>> = {
  en: new Map(),
  fr: new Map(),
  es: new Map(),
  none: new Map(),
}

/**
 * Analyses one word as `eachToken` cuts it. The same word always gives the same answer; the last tens of thousands are
 * remembered, because stemming a word costs far more than reading one.
 */
export function analyse(word: string, lang: AnalysisLang): Analysed {
  const known = memory[lang].get(word)
  if (known) return known
  if (memory[lang].size >= REMEMBERED) memory[lang].clear()
  const analysed = read(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word, lang)
  memory[lang].set(word, analysed)
  return analysed
}

function read(word: string, lang: AnalysisLang): Analysed {
  const surface = foldWord(word)
  const [, name, code, goal] = GOAL.exec(surface) ?? []
  if (name !== undefined && code !== undefined) {
    const others = [name, 'sdg', ...(code === goal ? [] : [`sdg${goal}`, code])]
    return { ...numeric(`sdg${code}`), also: [...new Set(others)].map(numeric) }
  }
  if (/^\d/.test(surface)) return numeric(plainNumber(surface))
  const stop = lang !== 'none' && isStopWord(surface, lang)
  const isName = lang === 'none' || isCountryWord(surface)
  return { surface, term: isName ? surface : stemWord(word, lang), stop, kind: 'word', also: [] }
}

function numeric(text: string): Analysed {
  return { surface: text, term: text, stop: false, kind: NUMBER.test(text) ? 'number' : 'code', also: [] }
}

/** A number as all three languages mean it: 30,000, 30.000 and 30 000 are one, and so are 2,5 and 2.5. */
function plainNumber(surface: string): string {
  if (!THOUSANDS.test(surface)) return surface.replace(',', '.')
  const fraction = /[.,](?:\d{1,2}|\d{4,})$/.exec(surface)?.[0] ?? ''
  const whole = surface.slice(0, surface.length - fraction.length)
  return whole.replace(/\D/g, '') + fraction.replace(',', '.')
}
