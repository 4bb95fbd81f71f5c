import { extname } from 'node:path'
import process from 'node:process'
import type { Composition } from '../../core/briefs/composition.ts'
import { isLang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { type BriefOccasion, composeFrom, composeSelected, dayOf } from '../../engine/brief-content.ts'
import { finishedPdf, type Paper, printJobFor, writeBrief } from '../../engine/brief-files.ts'
import { openWholeSearch } from '../../engine/kept-index.ts'
import { workspaceName } from '../../engine/workspace-facts.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Command, type Invocation, optionText } from '../command.ts'
import { findPrinter, printPdf } from '../print-pdf.ts'
import { idOf } from './show.ts'

const FORMATS = ['pdf', 'docx', 'html', 'md'] as const
type Format = (typeof FORMATS)[number]

const PAPERS: readonly Paper[] = ['A4', 'Letter']

/** How many records of a search go into a brief. */
const FOUND_LIMIT = 25

/** Exports an evidence brief: a written one by its id, or one of a selection of records. */
export const brief: Command = {
  name: 'brief',
  syntax:
    'FILE (ID | --records A,B,… | --query Q) [--title T] --format pdf|docx|html|md --lang L -o OUT [--paper A4|Letter] [--force]',
  options: {
    records: { type: 'string' },
    query: { type: 'string' },
    title: { type: 'string' },
    format: { type: 'string' },
    lang: { type: 'string' },
    paper: { type: 'string' },
    out: { type: 'string', short: 'o' },
  },
  arity: [1, 2],
  required: ['out'],
  async run(invocation) {
    const [path = ''] = invocation.args
    const out = optionText(invocation, 'out')
    const format = formatOf(invocation, out)
    if (format === undefined || out === undefined) {
      return refused({ code: 'format-not-available', format: optionText(invocation, 'format') ?? '' })
    }
    const lang = optionText(invocation, 'lang') ?? invocation.ui
    if (!isLang(lang)) return refused({ code: 'unknown-lang', lang })
    const paper = PAPERS.find((size) => size.toLowerCase() === (optionText(invocation, 'paper') ?? 'A4').toLowerCase())
    if (!paper) return refused({ code: 'wrong-value', field: 'paper', expected: PAPERS.join(', ') })
    const date = dayOf(invocation.environment.ports.nowMillis())
    const composed = await withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) =>
      compose(invocation, workspace, { lang, date, workspaceName: workspaceName(workspace) }),
    )
    if (!composed.ok) return composed
    const bytes = await fileOf(composed.value, format, invocation, paper)
    if (!bytes.ok) return bytes
    const force = invocation.options['force'] === true
    const written = await invocation.environment.writeFile(out, bytes.value, { force })
    if (!written.ok) return written
    const cited = composed.value.cited.length
    const json = { file: out, bytes: bytes.value.length, cited }
    return done({ json, text: invocation.words('brief.done', { ...json, count: cited }) })
  },
}

function formatOf(invocation: Invocation, out: string | undefined): Format | undefined {
  const named = optionText(invocation, 'format') ?? extname(out ?? '').slice(1)
  return FORMATS.find((format) => format === named.toLowerCase())
}

async function compose(
  invocation: Invocation,
  workspace: Workspace,
  occasion: BriefOccasion,
): Promise<Outcome<Composition>> {
  const id = invocation.args[1]
  if (id !== undefined) {
    const subject = workspace.subject(idOf(workspace, id))
    return subject ? composeFrom(workspace, subject, occasion) : refused({ code: 'unknown-record', id })
  }
  const query = optionText(invocation, 'query')
  const named = optionText(invocation, 'records')
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const records =
    named?.map((part) => idOf(workspace, part)) ?? (await found(invocation, workspace, query ?? '', occasion))
  const unknown = records.find((record) => !workspace.subject(record))
  if (unknown !== undefined) return refused({ code: 'unknown-record', id: unknown })
  const title = optionText(invocation, 'title')
  const selection = { records, ...(title === undefined ? {} : { title }), ...(query === undefined ? {} : { query }) }
  return composeSelected(workspace, selection, occasion)
}

async function found(
  invocation: Invocation,
  workspace: Workspace,
  query: string,
  { lang }: BriefOccasion,
): Promise<readonly string[]> {
  if (query.trim() === '') return []
  const search = await openWholeSearch(invocation.environment, workspace)
  const page = search.page({
    query,
    filters: {},
    sort: 'relevance',
    descending: true,
    offset: 0,
    limit: FOUND_LIMIT,
    lang,
  })
  return page.hits.map((hit) => hit.card.id)
}

async function fileOf(
  composition: Composition,
  format: Format,
  invocation: Invocation,
  paper: Paper,
): Promise<Outcome<Uint8Array>> {
  const { assets } = invocation.environment
  if (format !== 'pdf') return done(await writeBrief(composition, format, assets, paper))
  const job = printJobFor(composition, assets, paper)
  const printed = await printPdf(job, findPrinter(process.env))
  return printed.ok ? done(await finishedPdf(printed.value, composition)) : printed
}
