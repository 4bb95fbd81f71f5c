import type { EngineLink } from './engine-link.ts'
import type { Problem } from './outcome.ts'

/** How long the window has to send what is unsent; one that hangs does not keep the app from ending. */
const PATIENCE_MS = 5_000

type FarewellSurroundings = {
  /** Has the window send what is unsent; answers false where there is no window that could. */
  readonly askWindow: () => boolean
  readonly engine: EngineLink
  /** Asks whether to leave although the file could not be saved. */
  readonly leaveUnsaved: (problem: Problem) => Promise<boolean>
  /** Everything is on disk, or the person knows what is not. */
  readonly leave: () => void
}

/** The end of a run, in its order: the window sends what was typed, the engine puts it on disk, then the app goes. */
export type Farewell = {
  /** Begins, unless it is under way. */
  readonly begin: () => void
  /** The window has sent everything. */
  readonly windowReady: () => void
}

/** Prepares the farewell of one window. */
export function prepareFarewell({ askWindow, engine, leaveUnsaved, leave }: FarewellSurroundings): Farewell {
  let underWay = false
  let windowReady = () => {}

  async function begin(): Promise<void> {
    await windowFlushed()
    const outcome = await engine.stop()
    if (outcome.ok || outcome.problem.code === 'engine-restarted' || (await leaveUnsaved(outcome.problem))) leave()
    else underWay = false
  }

  function windowFlushed(): Promise<void> {
    return new Promise((resolve) => {
      windowReady = resolve
      setTimeout(resolve, PATIENCE_MS)
      if (!askWindow()) resolve()
    })
  }

  return {
    begin: () => {
      if (underWay) return
      underWay = true
      void begin()
    },
    windowReady: () => windowReady(),
  }
}
