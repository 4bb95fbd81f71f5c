import { done } from '../../core/problem.ts'
import { createSearch } from '../../engine/search.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command, Words } from '../command.ts'
import { countOption, FILTER_OPTIONS, filtersFrom, listed } from './listing.ts'

/** Lists records, latest first. */
export const list: Command = {
  name: 'list',
  syntax: 'FILE [--kind K] [--sdg 5,13.1] [--theme T] [--country SEN] [--lang L] [--state S] [--limit N] [--offset N]',
  options: FILTER_OPTIONS,
  arity: [1, 1],
  async run(invocation) {
    const { options, ui, words } = invocation
    return withWorkspaceFile(invocation.environment, invocation.args[0] ?? '', { write: false }, (workspace) => {
      const filters = filtersFrom(options, workspace)
      if (!filters.ok) return filters
      const search = createSearch(workspace, invocation.environment.ports.nowMillis)
      const page = search.page({
        query: '',
        filters: filters.value,
        sort: 'modified',
        descending: true,
        offset: countOption(options, 'offset', 0),
        limit: countOption(options, 'limit', 50),
        lang: ui,
      })
      const records = page.hits.map((hit) => listed(hit.card, ui))
      return done({ json: { total: page.total, records }, text: asTable(records, page.total, words) })
    })
  },
}

/** Records as lines for people: id, kind, languages, title. */
export function asTable(records: readonly ReturnType<typeof listed>[], total: number, words: Words): string {
  const lines = records.map((record) =>
    [record.id, words(`kinds:${record.kind}.name`).padEnd(18), record.languages.join('+').padEnd(8), record.title].join(
      '  ',
    ),
  )
  return [...lines, words('list.total', { count: total, shown: records.length })].join('\n')
}
