import type { Outcome, Problem } from '../../core/problem.ts'
import type { PutAway, SyncState } from '../../ipc/shapes.ts'
import type { EngineEnvironment } from '../environment.ts'
import type { Turns } from '../turns.ts'
import { type OpenFile, takeInFromDisk } from '../workspace-file.ts'
import { copiesBeside } from './copies-beside.ts'
import { keepLostFile } from './keep-lost-file.ts'
import { watchFile } from './watch-file.ts'

/** What keeping an open workspace and its folder together needs. */
export type SyncPorts = {
  readonly environment: EngineEnvironment
  readonly file: OpenFile
  readonly inTurn: Turns
  /** What is being typed goes into the log first: a merge has to see it. */
  readonly beforeTakingIn: () => void
  /** All that the file holds is here now, and it may not hold all that is here. */
  readonly tookIn: () => void
  /** The file is gone, or another workspace lies in its place: nothing of what is open is saved, whatever was before. */
  readonly lost: (problem: Problem) => void
  readonly onState: (state: SyncState) => void
}

/** Keeps an open workspace and the folder of its file together, whoever else writes there. */
export type Sync = {
  readonly start: () => void
  readonly state: () => SyncState
  /** Looks at the file and at the copies beside it now. */
  readonly look: () => Promise<void>
  /** Moves copies that bring nothing more to the backups. The caller has saved. */
  readonly putAway: (paths: readonly string[]) => Promise<readonly PutAway[]>
  readonly idle: () => Promise<void>
  readonly close: () => void
}

/** Makes what watches over one open workspace; it begins with `start`. */
export function createSync(ports: SyncPorts): Sync {
  const { environment, file, inTurn, onState } = ports
  const copies = copiesBeside(environment, file)
  let disk: Problem | null = null
  let putAway: readonly PutAway[] = []
  let told = ''

  function state(): SyncState {
    return { disk, copies: copies.list(), putAway }
  }

  function tell(): void {
    const now = state()
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    onState(now)
  }

  async function takeIn(): Promise<Outcome<null>> {
    ports.beforeTakingIn()
    const taken = await takeInFromDisk(environment, file)
    if (taken.ok) ports.tookIn()
    return taken
  }

  async function diskChanged(problem: Problem | null): Promise<void> {
    const wasLost = disk !== null && isLost(disk)
    disk = problem
    if (problem?.code === 'file-missing') await keepLostFile(environment, file)
    if (problem && isLost(problem) && !file.readOnly) ports.lost(problem)
    else if (wasLost && !problem) ports.tookIn()
  }

  const watch = watchFile({
    host: environment.host,
    watchFolder: environment.watchFolder,
    path: file.path,
    known: () => file.fingerprint,
    inTurn,
    takeIn,
    async onState(problem) {
      if (problem?.code !== disk?.code) await diskChanged(problem)
      tell()
    },
    async onFolder() {
      const isSettled = await copies.look()
      tell()
      return isSettled
    },
  })

  return {
    start: watch.start,
    state,
    look: watch.look,
    async putAway(paths) {
      await copies.look()
      const moved = await copies.putAway(paths)
      putAway = [...putAway, ...moved]
      tell()
      return moved
    },
    idle: watch.idle,
    close: watch.close,
  }
}

function isLost({ code }: Problem): boolean {
  return code === 'file-missing' || code === 'workspace-foreign'
}
