import { join } from 'node:path'
import process from 'node:process'
import type { EngineMessage, EngineRequest } from '../ipc/bridge.ts'
import type { EventName, Events } from '../ipc/events.ts'
import { createEngine } from './engine.ts'
import { openEnvironmentIn } from './environment.ts'

/** The port that Electron gives a utility process. */
type ParentPort = {
  on: (event: 'message', listener: (message: { data: unknown }) => void) => void
  postMessage: (message: EngineMessage) => void
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort

const emit = <E extends EventName>(name: E, event: Events[E]): void => port.postMessage({ kind: 'event', name, event })

const engine = createEngine((dataFolder, author) => openEnvironmentIn(dataFolder, author), emit)

port.on('message', ({ data }) => {
  const { seq, name, ask } = data as EngineRequest
  void engine.answer(name, ask).then((outcome) => port.postMessage({ kind: 'answer', seq, outcome }))
})

// A bug must not leave the window waiting: the shell sees the exit, starts a new engine, and the journal brings back
// what was typed.
process.on('uncaughtException', (error) => {
  engine.log(join('engine', 'uncaught'), error)
  process.exit(70)
})
process.on('unhandledRejection', (error) => {
  engine.log(join('engine', 'unhandled'), error)
  process.exit(70)
})

port.postMessage({ kind: 'ready' })
