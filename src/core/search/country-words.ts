import { COUNTRIES } from '../taxonomy/countries.ts'
import { foldWord } from './fold.ts'

/** Names of countries that are one word in some language: no ending of theirs means number or gender. */
const COUNTRY_WORDS: ReadonlySet<string> = new Set(
  COUNTRIES.flatMap(({ name }) =>
    Object.values(name)
      .filter((text) => /^\p{L}{4,}$/u.test(text))
      .map(foldWord),
  ),
)

/** Whether a folded word is the name of a country. */
export function isCountryWord(surface: string): boolean {
  return COUNTRY_WORDS.has(surface)
}
