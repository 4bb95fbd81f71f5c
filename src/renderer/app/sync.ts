import { create } from 'zustand'
import type { CopyBeside, SyncState } from '../../ipc/shapes.ts'
import { formatDate, formatNames } from '../i18n/format.ts'
import { fileName } from '../i18n/problem-text.ts'
import { useText, wordsNow } from '../i18n/use-text.ts'
import { notify } from '../ui/notices.ts'
import { notifyProblem } from '../ui/notify-problem.ts'
import { call, listen } from './client.ts'
import { showMergeTab } from './merge-tab.ts'
import { usePlace } from './place.ts'
import { useSession } from './session.ts'

/** What arrived in the file last, while it was open. */
export type Arrival = { readonly authors: readonly string[]; readonly at: number }

type Sync = {
  readonly state: SyncState | null
  readonly arrival: Arrival | null
  /** Copies that are to be looked at another time, as they were. */
  readonly later: ReadonlySet<string>
}

const NOTHING: Sync = { state: null, arrival: null, later: new Set() }

/** How the open file and its folder stand to what is open. */
export const useSync = create<Sync>()(() => NOTHING)

/** Listens from now on to what happens in the folder of the open file. */
export function connectSync(): void {
  listen('sync.state', showSyncState)
  listen('workspace.merged', ({ how, authors, at }) => {
    if (how === 'arrived') arrived({ authors, at })
  })
  useSession.subscribe(({ workspace }, before) => {
    if (workspace?.path !== before.workspace?.path) useSync.setState(NOTHING)
    if (workspace && workspace.path !== before.workspace?.path) void learnSyncState()
  })
}

async function learnSyncState(): Promise<void> {
  const state = await call('sync.state', {})
  if (state.ok && state.value) showSyncState(state.value)
}

function showSyncState(state: SyncState): void {
  const before = useSync.getState().state
  useSync.setState({ state })
  const known = before?.putAway.length ?? state.putAway.length
  const moved = state.putAway.slice(known)
  const [first] = moved
  if (!first) return
  notify({
    name: 'put-away',
    text: (t) => t('app:sync.putAway.done', { count: moved.length }),
    detail: (t) => t('app:sync.putAway.safe'),
    action: { label: (t) => t('app:showFile'), run: () => void call('shell.showFile', { path: first.to }) },
  })
}

function arrived(arrival: Arrival): void {
  useSync.setState({ arrival })
  notify({
    name: 'arrived',
    text: () => arrivalWords(arrival),
    action: { label: (t) => t('app:sync.look'), run: lookAtArrival },
  })
}

/** Whose changes arrived and when, in the interface's language now. */
function arrivalWords({ authors, at }: Arrival): string {
  const lang = useSession.getState().preferences.lang
  return wordsNow(authors.length > 0 ? 'app:sync.arrived' : 'app:sync.arrivedSomebody', {
    who: formatNames(authors, lang),
    time: formatDate(at, lang, 'time'),
  })
}

/** The same for a component that follows the language. */
export function useArrivalWords(): string | null {
  // Follows the language; the words themselves are those of now.
  useText()
  const arrival = useSync((sync) => sync.arrival)
  return arrival && arrivalWords(arrival)
}

/** Goes where one sees what arrived. */
export function lookAtArrival(): void {
  useSync.setState({ arrival: null })
  showMergeTab('merges')
  usePlace.getState().go({ kind: 'merge' })
}

/** Leaves copies alone until they are others. */
export function lookLater(copies: readonly CopyBeside[]): void {
  useSync.setState(({ later }) => ({ later: new Set([...later, ...copies.map(nameOfState)]) }))
}

/** The copies that nobody has put off. */
export function openCopies({ state, later }: Pick<Sync, 'state' | 'later'>): readonly CopyBeside[] {
  return (state?.copies ?? []).filter((copy) => !later.has(nameOfState(copy)))
}

/** Moves copies that bring nothing to the backups. */
export async function putAway(copies: readonly CopyBeside[]): Promise<void> {
  const outcome = await call('sync.putAway', { paths: copies.map(({ path }) => path) })
  if (!outcome.ok) notifyProblem(outcome.problem)
}

/** Puts the file where it was. */
export async function writeAgain(): Promise<void> {
  const outcome = await call('sync.writeAgain', {})
  if (outcome.ok) notify({ text: wordsNow('app:written', { file: fileName(outcome.value.path) }) })
  else notifyProblem(outcome.problem)
}

function nameOfState({ path, brings }: CopyBeside): string {
  return `${brings} ${path}`
}
