import { done } from '../../core/problem.ts'
import type { LibraryPage } from '../../core/search/query.ts'
import { openWholeSearch } from '../../engine/kept-index.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Lang } from '../../core/model/lang.ts'
import type { Command } from '../command.ts'
import { countOption, FILTER_OPTIONS, filtersFrom, listed } from './listing.ts'
import { asTable } from './list.ts'

/** Searches every language version of every record. */
export const search: Command = {
  name: 'search',
  syntax: 'FILE QUERY [--lang L] [--kind K] [--sdg S] [--theme T] [--country C] [--state S] [--limit N]',
  options: FILTER_OPTIONS,
  arity: [2, 2],
  async run(invocation) {
    const [path = '', query = ''] = invocation.args
    const { options, ui, words } = invocation
    return withWorkspaceFile(invocation.environment, path, { write: false }, async (workspace) => {
      const filters = filtersFrom(options, workspace)
      if (!filters.ok) return filters
      const searching = await openWholeSearch(invocation.environment, workspace)
      const page = searching.page({
        query,
        filters: filters.value,
        sort: 'relevance',
        descending: true,
        offset: countOption(options, 'offset', 0),
        limit: countOption(options, 'limit', 20),
        lang: ui,
      })
      const records = page.hits.map((hit) => listed(hit.card, ui))
      return done({ json: searchAnswer(page, ui), text: asTable(records, page.total, words) })
    })
  },
}

/** A page of hits in the shape of the command line's contract. */
export function searchAnswer(page: LibraryPage, ui: Lang) {
  const { kind, sdg, theme, country, lang, state } = page.facets
  return {
    total: page.total,
    tookMs: Math.round(page.tookMs * 100) / 100,
    hits: page.hits.map(({ card, score, why }) => {
      const { id, externalId, kind: of, title, lang: source } = listed(card, ui)
      return { id, externalId, kind: of, title, lang: source, score: Math.round(score * 1000) / 1000, why }
    }),
    facets: { sdg, kind, theme, country, lang, state },
    also: page.also,
  }
}
