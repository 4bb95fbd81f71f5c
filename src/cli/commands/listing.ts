import { titleOf, type Card } from '../../core/model/card.ts'
import type { Lang } from '../../core/model/lang.ts'
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

/** Reads the filters from options: several values with commas; names and codes as people write them. */
export function filtersFrom(options: Invocation['options'], workspace: Workspace): Filters {
  const meant: Readonly<Record<string, (value: string) => string>> = {
    kind: (value) => value,
    sdg: (value) => matchSdg(value) ?? value,
    theme: (value) => matchTheme(value) ?? themeOf(workspace, value),
    country: (value) => matchCountry(value) ?? value,
    lang: (value) => value,
    state: (value) => value,
  }
  const chosen = Object.entries(meant).flatMap(([facet, match]) => {
    const values = optionText({ options }, facet)
      ?.split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
    return values === undefined || values.length === 0 ? [] : [[facet, values.map(match)] as const]
  })
  return Object.fromEntries(chosen) as Filters
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
