import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { EngineMessage } from '../ipc/bridge.ts'
import type { EngineListener, EngineProcess } from './engine-link.ts'

/** Starts the engine in a process of its own: a slow import must not stop typing, nor a crash take the window along. */
export function spawnEngine({ onMessage, onExit }: EngineListener, log: (what: string) => void): EngineProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'engine.cjs'), [], {
    serviceName: 'Temoin engine',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.on('message', (message: EngineMessage) => onMessage(message))
  child.on('exit', onExit)
  child.stderr?.on('data', (chunk: Buffer) => log(`engine: ${chunk.toString().trimEnd()}`))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    send: (request) => child.postMessage(request),
    kill: () => void child.kill(),
  }
}
