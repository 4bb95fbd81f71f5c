import { RECORD_KINDS, STATES } from '../core/model/kinds.ts'
import { LANGS } from '../core/model/lang.ts'
import type { Facet } from '../core/search/query.ts'
import type { Meant } from '../core/search/read-query.ts'
import { matchCountry } from '../core/taxonomy/countries.ts'
import { foldName } from '../core/taxonomy/fold.ts'
import { matchSdg } from '../core/taxonomy/sdgs.ts'
import { matchTheme } from '../core/taxonomy/themes.ts'
import { wordsIn } from './words.ts'

/** From so many letters on, the beginning of a name is enough where there are few names. */
const ENOUGH = 3

/** Finds what a person means by a value of a facet: its code, or its name in any of the three languages. */
export function createMeant(ownTheme: (name: string) => string | undefined): Meant {
  const match: Readonly<Record<Facet, (value: string) => string | undefined>> = {
    kind: (value) =>
      oneOf(RECORD_KINDS, value, (id, words) => [words(`kinds:${id}.name`), words(`kinds:${id}.plural`)]),
    sdg: matchSdg,
    theme: (value) => matchTheme(value) ?? ownTheme(value),
    country: matchCountry,
    lang: (value) => oneOf(LANGS, value, (id, words) => [words(`briefs:lang.${id}`)]),
    state: (value) => oneOf(STATES, value, (id, words) => [words(`kinds:choices.state.${id}`)]),
  }
  return (facet, value) => match[facet](value)
}

/** The id that a text is, or whose name in some language it is or begins. */
function oneOf<Id extends string>(
  ids: readonly Id[],
  value: string,
  namesIn: (id: Id, words: ReturnType<typeof wordsIn>) => readonly string[],
): Id | undefined {
  const meant = foldName(value)
  const isMeant = (name: string): boolean => name === meant || (meant.length >= ENOUGH && name.startsWith(meant))
  const namesOf = (id: Id) => LANGS.flatMap((lang) => namesIn(id, wordsIn(lang)).map(foldName))
  return ids.find((id) => foldName(id) === meant) ?? ids.find((id) => namesOf(id).some(isMeant))
}
