import { titleOf, type Card } from '../../core/model/card.ts'
import { isRecordKind, STATES } from '../../core/model/kinds.ts'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import type { Filters } from '../../core/search/query.ts'
import { matchCountry } from '../../core/taxonomy/countries.ts'
import { matchSdg } from '../../core/taxonomy/sdgs.ts'
import { matchTheme } from '../../core/taxonomy/themes.ts'
import { ownThemeId } from '../../engine/themes.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Invocation, optionText } from '../command.ts'

/** The options that narrow a list, shared by `list`, `search` and `batch`. */
export const FILTER_OPTIONS = {
  kind: { type: 'string' },
  sdg: { type: 'string' },
  theme: { type: 'string' },
  country: { type: 'string' },
  lang: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string' },
  offset: { type: 'string' },
} as const

/**
 * Reads the filters from options: several values with commas; names and codes as people write them. What is in none of
 * the lists is refused: whoever mistypes must not be told that there is nothing.
 */
export function filtersFrom(options: Invocation['options'], workspace: Workspace): Outcome<Filters> {
  const filters: { -readonly [facet in keyof Filters]: Filters[facet] } = {}
  for (const [facet, match] of Object.entries(MEANT) as [keyof Filters, (typeof MEANT)['kind']][]) {
    const given = valuesOf(optionText({ options }, facet))
    if (given.length === 0) continue
    const values: string[] = []
    for (const value of given) {
      const meant = match(value, workspace)
      if (typeof meant !== 'string') return refused(meant)
      values.push(meant)
    }
    filters[facet] = values
  }
  return done(filters)
}

function valuesOf(option: string | undefined): readonly string[] {
  const values = option?.split(',').map((value) => value.trim())
  return values?.filter((value) => value !== '') ?? []
}

/** What people mean by a value of each facet. */
const MEANT: {
  readonly [facet in keyof Required<Filters>]: (value: string, workspace: Workspace) => string | Problem
} = {
  kind: (value) => (isRecordKind(value) ? value : { code: 'unknown-kind', kind: value }),
  sdg: (value) => matchSdg(value) ?? { code: 'unknown-sdg', sdg: value },
  theme: (value, workspace) => matchTheme(value) ?? themeOf(workspace, value),
  country: (value) => matchCountry(value) ?? { code: 'unknown-country', country: value },
  lang: (value) => (isLang(value) ? value : { code: 'unknown-lang', lang: value }),
  state: (value) =>
    STATES.some((state) => state === value)
      ? value
      : { code: 'wrong-value', field: 'state', expected: STATES.join(', ') },
}

function themeOf(workspace: Workspace, name: string): string {
  const id = ownThemeId(workspace, name)
  return workspace.subject(id) ? id : name
}

/** A whole number of zero or more from an option, else the default. */
export function countOption(options: Invocation['options'], name: string, otherwise: number): number {
  const value = Number(optionText({ options }, name) ?? otherwise)
  return Number.isInteger(value) && value >= 0 ? value : otherwise
}

/** A record as `list` shows it. */
export function listed(card: Card, ui: Lang) {
  return {
    id: card.id,
    externalId: card.externalId,
    kind: card.kind,
    title: titleOf(card, ui),
    lang: card.lang,
    languages: card.languages,
    sdgs: card.sdgs.map((tag) => tag.code),
    themes: card.themes,
    countries: card.countries,
    state: card.state,
    contested: card.contested,
    modified: new Date(card.modifiedAt).toISOString(),
  }
}
