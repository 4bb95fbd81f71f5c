import { done, refused, type Outcome } from '../../core/problem.ts'
import { importFile } from '../../engine/import/import-file.ts'
import type { LineProblem } from '../../engine/import/import-jsonl.ts'
import { problemSentence } from '../../engine/problem-sentence.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Command, type Invocation, optionText } from '../command.ts'

type Located = LineProblem & { readonly source: string }
type Totals = { imported: number; updated: number; unchanged: number; problems: Located[]; empty: string[] }

const ENDINGS: Readonly<Record<string, string>> = { '.jsonl': 'jsonl', '.ndjson': 'jsonl', '.json': 'jsonl' }

/** Brings records in from files. */
export const importCommand: Command = {
  name: 'import',
  syntax: 'FILE SOURCE… [--format jsonl] [--dry-run] [--as NAME]',
  options: { format: { type: 'string' }, map: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  arity: [2, 1000],
  async run(invocation) {
    const [path = '', ...sources] = invocation.args
    const unsupported = sources.map((source) => formatOf(source, invocation)).find((format) => format !== 'jsonl')
    if (unsupported !== undefined) return refused({ code: 'format-not-available', format: unsupported })
    const dryRun = invocation.options['dry-run'] === true
    const totals: Totals = { imported: 0, updated: 0, unchanged: 0, problems: [], empty: [] }
    const outcome = await withWorkspaceFile(invocation.environment, path, { write: !dryRun }, (workspace) => {
      for (const source of sources) {
        const read = importSource(invocation, workspace, source, dryRun, totals)
        if (!read.ok) return read
      }
      return done(null)
    })
    if (!outcome.ok) return outcome
    const { problems, empty, ...counts } = totals
    const many = sources.length > 1
    const listed = problems.map(({ source, line, problem }) => ({
      where: many ? `${source} line ${line}` : `line ${line}`,
      ...problem,
    }))
    const sentences = problems.map(({ line, problem }) =>
      invocation.words('import.problem', { line, reason: problemSentence(problem, invocation.words) }),
    )
    const nothing = empty.map((source) => problemSentence({ code: 'nothing-imported', path: source }, invocation.words))
    const text = [invocation.words('import.done', counts), ...nothing, ...sentences].join('\n')
    return done({ json: { ...counts, problems: listed }, text, failed: empty.length === sources.length })
  },
}

function formatOf(source: string, invocation: Invocation): string {
  const named = optionText(invocation, 'format')
  if (named !== undefined) return named
  const ending = /\.[^.\\/]+$/.exec(source)?.[0].toLowerCase() ?? ''
  return ENDINGS[ending] ?? (ending.slice(1) || 'jsonl')
}

function importSource(
  invocation: Invocation,
  workspace: Workspace,
  source: string,
  dryRun: boolean,
  totals: Totals,
): Outcome<null> {
  const work = importFile(invocation.environment, workspace, source, { dryRun })
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
