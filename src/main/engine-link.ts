import type { EngineMessage, EngineRequest } from '../ipc/bridge.ts'
import { type Outcome, refused } from './outcome.ts'

/** A running engine process, as far as the shell cares. */
export type EngineProcess = {
  readonly send: (request: EngineRequest) => void
  readonly kill: () => void
}

/** What a new engine process reports to. */
export type EngineListener = {
  readonly onMessage: (message: EngineMessage) => void
  readonly onExit: (code: number) => void
}

type EngineEvent = Extract<EngineMessage, { kind: 'event' }>

/** What supervising an engine needs from outside. */
export type EngineSurroundings = {
  readonly spawn: (listener: EngineListener) => EngineProcess
  /** What `engine.start` is asked with, as it is at that moment. */
  readonly profile: () => EngineRequest['ask']
  readonly onEvent: (name: EngineEvent['name'], event: unknown) => void
  readonly log: (what: string) => void
}

/** The engine as the rest of the shell uses it: ask, and it is there. */
export type EngineLink = {
  readonly call: (name: EngineRequest['name'], ask: unknown) => Promise<Outcome>
  /** Has the engine put everything on disk, then ends it. No further call is answered. */
  readonly stop: () => Promise<Outcome>
}

type Answer = (outcome: Outcome) => void

/** How often in a row an engine may stop by accident before it is left alone until the next call. */
const PATIENCE = 3

/**
 * Keeps an engine running. When it stops by accident, calls under way are answered with `engine-restarted`, a new one
 * is started and opens the same workspace (its journal brings back what was typed), and the window is told.
 */
export function superviseEngine(surroundings: EngineSurroundings): EngineLink {
  const { spawn, profile, onEvent, log } = surroundings
  const pending = new Map<number, Answer>()
  let seq = 0
  let accidents = 0
  let stopping = false
  let workspace: string | null = null
  let running: EngineProcess | null = null
  let ready: Promise<boolean> | null = null

  /** Answers true once a fresh engine has said it is there and knows whom it works for. */
  function start(): Promise<boolean> {
    return new Promise((resolve) => {
      const engine = spawn({
        onMessage: (message) => {
          if (message.kind === 'ready') void introduce(engine).then(resolve)
          else if (message.kind === 'answer') settle(message.seq, message.outcome)
          else onEvent(message.name, message.event)
        },
        onExit: (code) => {
          resolve(false)
          exited(code)
        },
      })
      running = engine
    })
  }

  async function introduce(engine: EngineProcess): Promise<boolean> {
    const { ok } = await send(engine, 'engine.start', profile())
    if (!ok) engine.kill()
    return ok
  }

  function send(engine: EngineProcess, name: EngineRequest['name'], ask: unknown): Promise<Outcome> {
    return new Promise((resolve) => {
      seq += 1
      pending.set(seq, resolve)
      engine.send({ seq, name, ask })
    })
  }

  function settle(id: number, outcome: Outcome): void {
    const answer = pending.get(id)
    pending.delete(id)
    answer?.(outcome)
  }

  function exited(code: number): void {
    running = null
    ready = null
    const answers = [...pending.values()]
    pending.clear()
    for (const answer of answers) answer(refused({ code: 'engine-restarted' }))
    if (stopping) return
    accidents += 1
    log(`The engine stopped by accident (code ${code}, ${accidents} in a row).`)
    if (accidents <= PATIENCE) ready = restart()
  }

  async function restart(): Promise<boolean> {
    if (!(await start())) return false
    const recovered = workspace === null ? 0 : await reopen(workspace)
    onEvent('engine.restarted', { recovered })
    return true
  }

  async function reopen(path: string): Promise<number> {
    if (!running) return 0
    const outcome = await send(running, 'workspace.open', { path })
    const status = outcome.ok ? (outcome.value as { readonly recovered: number }) : null
    onEvent('workspace.status', status)
    if (!outcome.ok) log(`After a restart the workspace could not be opened: ${outcome.problem.code}.`)
    return status?.recovered ?? 0
  }

  async function call(name: EngineRequest['name'], ask: unknown): Promise<Outcome> {
    if (stopping) return refused({ code: 'cancelled' })
    ready ??= workspace === null ? start() : restart()
    if (!(await ready) || !running) return refused({ code: 'engine-restarted' })
    const outcome = await send(running, name, ask)
    if (outcome.ok) {
      accidents = 0
      remember(name, ask)
    }
    return outcome
  }

  function remember(name: EngineRequest['name'], ask: unknown): void {
    if (name === 'workspace.open' || name === 'workspace.create') workspace = (ask as { readonly path: string }).path
    if (name === 'workspace.close') workspace = null
  }

  return {
    call,
    stop: async () => {
      if (!(await ready) || !running) {
        stopping = true
        return { ok: true, value: null }
      }
      const outcome = await send(running, 'engine.stop', {})
      if (outcome.ok) {
        stopping = true
        running?.kill()
      }
      return outcome
    },
  }
}
