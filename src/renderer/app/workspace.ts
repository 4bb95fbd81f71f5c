import type { Lang } from '../../core/model/lang.ts'
import type { RecordKind } from '../../core/model/kinds.ts'
import type { FieldStep } from '../../core/model/view.ts'
import type { Outcome, Problem } from '../../core/problem.ts'
import type { WorkspaceStatus } from '../../ipc/shapes.ts'
import { fileName } from '../i18n/problem-text.ts'
import { wordsNow } from '../i18n/use-text.ts'
import { notify } from '../ui/notices.ts'
import { notifyProblem } from '../ui/notify-problem.ts'
import { call, listen } from './client.ts'
import { flushAll } from './flush.ts'
import { offerCopies } from './merge-copies.ts'
import { openPanel } from './panels.ts'
import { type Place, usePlace } from './place.ts'
import { offerReview } from './review.ts'
import { setQuery } from './search.ts'
import { setPreferences, showWorkspace, useSession } from './session.ts'
import { asTask } from './task.ts'

/** Opens a workspace after sending off what was typed in the one before; tells the person about a problem. */
export async function openWorkspace(path: string, place: Place = { kind: 'library' }): Promise<boolean> {
  await flushAll()
  useSession.setState({ opening: path })
  const outcome = await call('workspace.open', { path })
  useSession.setState({ opening: null })
  if (!outcome.ok && (await isRescued(outcome.problem, path))) {
    usePlace.getState().go({ kind: 'rescue', path, problem: outcome.problem })
    return false
  }
  return entered(outcome, place)
}

/** Makes a new workspace where the person says, and opens it. Answers false if they thought better of it. */
export async function createWorkspace(name: string, lang: Lang): Promise<boolean> {
  const chosen = await call('shell.chooseSave', { what: 'workspace', name })
  if (!chosen.ok || chosen.value === null) return false
  await flushAll()
  return entered(await call('workspace.create', { path: chosen.value, name, lang }), { kind: 'library' })
}

/** Lets the person choose a workspace and opens it. */
export async function chooseAndOpen(): Promise<void> {
  const chosen = await call('shell.chooseOpen', { what: 'workspace' })
  const path = chosen.ok ? chosen.value[0] : undefined
  if (path !== undefined) await openWorkspace(path)
}

/** Closes the workspace once everything in it is on disk. */
export async function closeWorkspace(): Promise<void> {
  await flushAll()
  const outcome = await call('workspace.close', {})
  if (!outcome.ok) return notifyProblem(outcome.problem)
  showWorkspace(null)
  usePlace.getState().reset({ kind: 'welcome' })
}

/** Puts the file on disk now, and says so. */
export async function saveNow(): Promise<void> {
  await flushAll()
  const outcome = await call('workspace.save', {})
  if (outcome.ok) showWorkspace(outcome.value)
  else notifyProblem(outcome.problem)
}

/** Writes a copy of the workspace where the person says; a light one does without the bytes of attachments. */
export async function saveCopy({ light = false }: { readonly light?: boolean } = {}): Promise<void> {
  const { workspace } = useSession.getState()
  const chosen = await call('shell.chooseSave', { what: 'copy', name: workspace?.name ?? '' })
  if (!chosen.ok || chosen.value === null) return
  await flushAll()
  const outcome = await call('workspace.saveCopy', { path: chosen.value, light })
  if (outcome.ok) tellWritten(outcome.value.file)
  else notifyProblem(outcome.problem)
}

/** Says that a file was written, and offers to show it. */
function tellWritten(file: string): void {
  notify({
    text: wordsNow('app:written', { file: fileName(file) }),
    action: { label: wordsNow('app:showFile'), run: () => void call('shell.showFile', { path: file }) },
  })
}

/** The language new records begin in: the one last chosen in this run, else the workspace's own. */
let contentLang: Lang | null = null

/** The language a new record would be written in. */
export function newRecordLang(): Lang {
  return contentLang ?? useSession.getState().workspace?.lang ?? 'en'
}

type AddStep = Extract<FieldStep, { readonly op: 'add' }>

/** Begins a record or a brief and goes there. */
export async function begin(
  kind: RecordKind | 'brief',
  lang: Lang = newRecordLang(),
  steps: readonly AddStep[] = [],
): Promise<void> {
  contentLang = lang
  const outcome = await call('records.create', { kind, lang, ...(steps.length > 0 ? { steps } : {}) })
  if (!outcome.ok) return notifyProblem(outcome.problem)
  usePlace.getState().go({ kind: kind === 'brief' ? 'brief' : 'record', id: outcome.value.id })
}

/** Brings in records from files that are named or dropped. */
export async function importFiles(paths: readonly string[]): Promise<void> {
  const brought = new Set<string>()
  const mute = listen('subjects.changed', ({ ids, origin }) => {
    if (origin === 'import') for (const id of ids) brought.add(id)
  })
  const outcome = await asTask('import', () => call('import.files', { paths }))
  mute()
  if (!outcome.ok) return notifyProblem(outcome.problem)
  const { imported, updated, unchanged, problems } = outcome.value
  const [first] = problems
  notify({
    text: wordsNow('app:imported.done', {
      imported: wordsNow('app:imported.new', { count: imported }),
      updated: wordsNow('app:imported.updated', { count: updated }),
      unchanged: wordsNow('app:imported.unchanged', { count: unchanged }),
    }),
    ...(first
      ? {
          tone: 'look' as const,
          detail: wordsNow('app:imported.problems', { count: problems.length, where: placeInSource(first.where) }),
        }
      : {}),
  })
  void offerReview([...brought])
}

/** Where something stands in a file, in the person's words; the engine says it as the command line does. */
function placeInSource(where: string): string {
  const line = /^line (\d+)$/.exec(where)?.[1]
  return line === undefined ? where : wordsNow('app:imported.line', { line })
}

function entered(outcome: Outcome<WorkspaceStatus>, place: Place): boolean {
  if (!outcome.ok) {
    notifyProblem(outcome.problem)
    return false
  }
  contentLang = null
  setQuery('')
  showWorkspace(outcome.value)
  usePlace.getState().reset(place)
  const { readOnly, insteadOf } = outcome.value
  if (insteadOf !== undefined) offerInstead(outcome.value.path, insteadOf)
  tellRecovered(outcome.value)
  if (readOnly) notify({ text: (t) => t('app:readOnly'), detail: (t) => t('app:readOnlyWhy'), tone: 'look' })
  const { author, nameAsked } = useSession.getState().preferences
  if (author === '' && !nameAsked) askName()
  return true
}

/** The conflict copy that was to be opened can be merged into the workspace it belongs to. */
function offerInstead(path: string, copy: string): void {
  notify({
    name: 'instead-of',
    text: (t) => t('app:sync.instead.what', { file: fileName(path), copy: fileName(copy) }),
    detail: (t) => t('app:sync.instead.why'),
    tone: 'look',
    action: { label: (t) => t('app:sync.look'), run: () => void offerCopies([copy]) },
  })
}

/** Whether a file that was refused has a page to itself, with every way to go on; the rest is a notice. */
async function isRescued({ code }: Problem, path: string): Promise<boolean> {
  if (code !== 'not-a-workspace') return RESCUED.has(code)
  // Mostly the wrong file was chosen; but where a workspace has been overwritten, there are earlier versions of it.
  const versions = await call('versions.list', { path })
  return versions.ok && versions.value.length > 0
}

const RESCUED: ReadonlySet<Problem['code']> = new Set([
  'workspace-damaged',
  'workspace-unchecked',
  'file-empty',
  'file-missing',
  'file-not-available',
  'file-unreadable',
])

/** What came back from the journal: how much, and in how many records. */
function tellRecovered({ recovered, recoveredRecords, readOnly }: WorkspaceStatus): void {
  if (recovered === 0) return
  const changes = wordsNow('app:recovered.changes', { count: recovered })
  const records = wordsNow('app:recovered.records', { count: recoveredRecords })
  notify({
    text: wordsNow(readOnly ? 'app:recovered.waiting' : 'app:recovered.done', { changes, records }),
    tone: readOnly ? 'look' : 'plain',
  })
}

/** Asked once: who waves it away finds the question in the bar. */
function askName(): void {
  void setPreferences({ nameAsked: true })
  notify({
    name: 'your-name',
    text: (t) => t('app:yourName.ask'),
    tone: 'look',
    action: { label: (t) => t('app:yourName.tell'), run: () => openPanel('who') },
  })
}
