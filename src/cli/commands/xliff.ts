import { isLang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { fileExists } from '../../engine/file/read-workspace-file.ts'
import { problemSentence } from '../../engine/problem-sentence.ts'
import { readTextFile } from '../../engine/read-text-file.ts'
import { exportXliff } from '../../engine/translation/export-xliff.ts'
import { importXliff } from '../../engine/translation/import-xliff.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import { type Answer, type Command, type Invocation, optionText } from '../command.ts'
import { idOf } from './show.ts'

/** Gives records to translators' tools as XLIFF 1.2, and takes back what they made of them. */
export const xliff: Command = {
  name: 'xliff',
  syntax: 'export FILE --records A,B,… --to LANG -o OUT [--force] · import FILE IN [--dry-run] [--as NAME]',
  options: {
    records: { type: 'string' },
    to: { type: 'string' },
    out: { type: 'string', short: 'o' },
    'dry-run': { type: 'boolean' },
  },
  arity: [2, 3],
  fits: (args) => (args[0] === 'export' && args.length === 2) || (args[0] === 'import' && args.length === 3),
  run: (invocation) => (invocation.args[0] === 'export' ? runExport(invocation) : runImport(invocation)),
}

/** The largest exchange file that is read, in bytes: more than a thousand long records. */
const LARGEST = 64_000_000

async function runExport(invocation: Invocation): Promise<Outcome<Answer>> {
  const { args, environment, options, words } = invocation
  const [, path = ''] = args
  const target = optionText(invocation, 'to') ?? ''
  const out = optionText(invocation, 'out')
  if (!isLang(target)) return refused({ code: 'unknown-lang', lang: target })
  if (out === undefined) return refused({ code: 'bad-request', reason: '-o OUT' })
  const force = options['force'] === true
  if (!force && (await fileExists(environment.host, out))) return refused({ code: 'file-exists', path: out })
  const named = (optionText(invocation, 'records') ?? '').split(',').map((part) => part.trim())
  const made = await withWorkspaceFile(environment, path, { write: false }, (workspace) =>
    exportXliff(
      workspace,
      named.filter((part) => part !== '').map((part) => idOf(workspace, part)),
      target,
    ),
  )
  if (!made.ok) return made
  const bytes = new TextEncoder().encode(made.value.text)
  const written = await environment.writeFile(out, bytes, { force })
  if (!written.ok) return written
  const { units } = made.value
  return done({ json: { file: out, units }, text: words('xliff.exported', { count: units, file: out }) })
}

async function runImport(invocation: Invocation): Promise<Outcome<Answer>> {
  const { args, environment, options, words } = invocation
  const [, path = '', source = ''] = args
  const dryRun = options['dry-run'] === true
  const text = readTextFile(environment, source, LARGEST)
  if (!text.ok) return text
  const taken = await withWorkspaceFile(environment, path, { write: !dryRun }, (workspace) =>
    importXliff(workspace, text.value, { dryRun, path: source }),
  )
  if (!taken.ok) return taken
  const { refused: refusals, ...counts } = taken.value
  const sentences = refusals.map(({ where, problem }) =>
    words('xliff.refused', { where, reason: problemSentence(problem, words) }),
  )
  const json = { ...counts, refused: refusals.map(({ where, problem }) => ({ where, ...problem })) }
  return done({ json, text: [words('xliff.imported', counts), ...sentences].join('\n') })
}
