import { mappingToJson } from '../../core/tables/mapping.ts'
import { suggestMapping } from '../../core/tables/suggest-mapping.ts'
import { whereCode } from '../../core/tables/where.ts'
import { done, refused, type Outcome } from '../../core/problem.ts'
import { importFile, type ImportOptions } from '../../engine/import/import-file.ts'
import type { RowProblem } from '../../engine/import/import-rows.ts'
import { importFormat, openSource } from '../../engine/import/open-source.ts'
import { readMapFile } from '../../engine/import/read-map.ts'
import { tableFor } from '../../engine/import/source.ts'
import { problemSentence } from '../../engine/problem-sentence.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Command, type Invocation, optionText } from '../command.ts'
import { whereWords } from '../where-words.ts'

type Located = RowProblem & { readonly source: string }
type Totals = { imported: number; updated: number; unchanged: number; problems: Located[]; empty: string[] }

/** Brings records in from files. */
export const importCommand: Command = {
  name: 'import',
  syntax: 'FILE SOURCE… [--format jsonl|csv|xlsx] [--map MAP.json] [--save-map MAP.json] [--dry-run] [--as NAME]',
  options: {
    format: { type: 'string' },
    map: { type: 'string' },
    'save-map': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  arity: [2, 1000],
  async run(invocation) {
    const [path = '', ...sources] = invocation.args
    const read = optionsFrom(invocation)
    if (!read.ok) return read
    const options = read.value
    const totals: Totals = { imported: 0, updated: 0, unchanged: 0, problems: [], empty: [] }
    const outcome = await withWorkspaceFile(invocation.environment, path, { write: !options.dryRun }, (workspace) => {
      for (const source of sources) {
        const brought = importSource(invocation, workspace, source, options, totals)
        if (!brought.ok) return brought
      }
      return done(null)
    })
    if (!outcome.ok) return outcome
    const saved = await saveMap(invocation, sources[0] ?? '', options)
    if (!saved.ok) return saved
    const { problems, empty, ...counts } = totals
    const many = sources.length > 1
    const listed = problems.map(({ source, where, problem }) => ({
      where: many ? `${source} ${whereCode(where)}` : whereCode(where),
      ...problem,
    }))
    const sentences = problems.map(({ where, problem }) =>
      invocation.words('import.problem', {
        where: whereWords(where, invocation.words),
        reason: problemSentence(problem, invocation.words),
      }),
    )
    const nothing = empty.map((source) => problemSentence({ code: 'nothing-imported', path: source }, invocation.words))
    const text = [invocation.words('import.done', counts), ...nothing, ...sentences].join('\n')
    return done({ json: { ...counts, problems: listed }, text, failed: empty.length === sources.length })
  },
}

function optionsFrom(invocation: Invocation): Outcome<ImportOptions> {
  const named = optionText(invocation, 'format')
  const format = named === undefined ? undefined : importFormat(named)
  if (named !== undefined && format === undefined) return refused({ code: 'format-not-available', format: named })
  const map = optionText(invocation, 'map')
  const mapping = map === undefined ? undefined : readMapFile(invocation.environment, map)
  if (mapping && !mapping.ok) return mapping
  return done({ dryRun: invocation.options['dry-run'] === true, format, mapping: mapping?.value })
}

function importSource(
  invocation: Invocation,
  workspace: Workspace,
  source: string,
  options: ImportOptions,
  totals: Totals,
): Outcome<null> {
  const work = importFile(invocation.environment, workspace, source, options)
  let step = work.next()
  while (!step.done) {
    invocation.progress(step.value.imported + step.value.updated + step.value.unchanged)
    step = work.next()
  }
  if (!step.value.ok) return step.value
  const { imported, updated, unchanged, problems } = step.value.value
  totals.imported += imported
  totals.updated += updated
  totals.unchanged += unchanged
  if (imported + updated + unchanged === 0) totals.empty.push(source)
  totals.problems.push(...problems.map((problem) => ({ ...problem, source })))
  return done(null)
}

/** Writes the mapping that a table was imported with, to be edited or shared. */
async function saveMap(invocation: Invocation, path: string, options: ImportOptions): Promise<Outcome<unknown>> {
  const out = optionText(invocation, 'save-map')
  if (out === undefined) return done(null)
  const source = openSource(invocation.environment, path, options.format)
  if (!source.ok) return source
  if (source.value.kind !== 'tables') return refused({ code: 'no-table', path })
  const table = tableFor(source.value.tables, options.mapping)
  if (!table.ok) return table
  const json = mappingToJson(options.mapping ?? suggestMapping(table.value))
  const force = invocation.options['force'] === true
  return invocation.environment.writeFile(out, Buffer.from(`${JSON.stringify(json, null, 2)}\n`), { force })
}
