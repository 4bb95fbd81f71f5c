import { LANGS, type Lang } from '../model/lang.ts'
import { foldWord } from '../search/fold.ts'
import { isStopWord } from '../search/stop-words.ts'
import { eachToken } from '../search/tokens.ts'

/** As much as is looked at: small words come early. */
const LOOKED_AT = 4_000
/** A text of fewer words may have no small words and still be in one of the languages. */
const FEWEST_WORDS = 12
/** The part of small words below which a longer text is in none of the three. */
const FEWEST_SMALL_WORDS = 0.22

/** Small words of languages near to the three (Portuguese, Catalan, Italian) that none of the three has. */
const NEIGHBOURS = new Set(
  (
    'nao uma em um os foi da dos das ao aos pelo pela pelos pelas sao com mais tambem isso dele ela amb els dels seva seus aquest ' +
    'aquesta perque il gli di della delle dei degli nel nella nelle sono che anche dalla'
  ).split(' '),
)
const MOST_NEIGHBOURS = 0.1

/**
 * The language of the three that a text's small words are of; undefined where they are of none (a fourth language, a
 * list of numbers). `likely` decides where the text is too short to tell or two are as good.
 */
export function tellLang(text: string, likely: Lang): Lang | undefined {
  const counts: Record<Lang, number> = { en: 0, fr: 0, es: 0 }
  let words = 0
  let neighbours = 0
  eachToken(text.slice(0, LOOKED_AT), (start, end) => {
    const word = foldWord(text.slice(start, end))
    if (!/\p{L}/u.test(word)) return
    words += 1
    if (NEIGHBOURS.has(word)) neighbours += 1
    for (const lang of LANGS) if (isStopWord(word, lang)) counts[lang] += 1
  })
  if (words === 0) return undefined
  const best = LANGS.reduce((most, lang) => (counts[lang] > counts[most] ? lang : most), likely)
  if (words < FEWEST_WORDS) return best
  return counts[best] < words * FEWEST_SMALL_WORDS || neighbours > words * MOST_NEIGHBOURS ? undefined : best
}
