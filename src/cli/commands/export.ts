import { extname } from 'node:path'
import { done, refused } from '../../core/problem.ts'
import { EXPORT_FORMATS, exportRecords } from '../../engine/export/export-records.ts'
import { createSearch } from '../../engine/search.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import { type Command, optionText } from '../command.ts'
import { countOption, FILTER_OPTIONS, filtersFrom } from './listing.ts'

/** Exports a selection of records. */
export const exportCommand: Command = {
  name: 'export',
  syntax:
    'FILE [--kind K] [--sdg 5,13.1] [--theme T] [--country SEN] [--lang L] [--state S] [--limit N] [--offset N] --format csv|xlsx|jsonl -o OUT [--force]',
  options: { ...FILTER_OPTIONS, format: { type: 'string' }, out: { type: 'string', short: 'o' } },
  arity: [1, 1],
  required: ['out'],
  async run(invocation) {
    const { options, ui, words, environment } = invocation
    const out = optionText(invocation, 'out') ?? ''
    const named = optionText(invocation, 'format') ?? extname(out).slice(1)
    const format = EXPORT_FORMATS.find((known) => known === named.toLowerCase())
    if (!format) return refused({ code: 'format-not-available', format: named })
    const exported = await withWorkspaceFile(environment, invocation.args[0] ?? '', { write: false }, (workspace) => {
      const filters = filtersFrom(options, workspace)
      if (!filters.ok) return filters
      const page = createSearch(workspace, environment.ports.nowMillis).page({
        query: '',
        filters: filters.value,
        sort: 'modified',
        descending: true,
        offset: countOption(options, 'offset', 0),
        limit: countOption(options, 'limit', 1_000_000),
        lang: ui,
      })
      return done(
        exportRecords(
          workspace,
          page.hits.map(({ card }) => card.id),
          format,
          ui,
        ),
      )
    })
    if (!exported.ok) return exported
    const { bytes, records, withheld } = exported.value
    const written = await environment.writeFile(out, bytes, { force: options['force'] === true })
    if (!written.ok) return written
    const json = { file: out, records, withheld }
    const text = [
      words('export.done', { file: out, count: records }),
      ...withheld.map(({ id }) => words('export.cut', { id })),
    ].join('\n')
    return done({ json, text })
  },
}
