import type { Outcome } from '../../core/problem.ts'
import type { Bridge } from '../../ipc/bridge.ts'
import type { Ask, CallName, Reply } from '../../ipc/contract.ts'
import type { EventName, Events } from '../../ipc/events.ts'

declare global {
  interface Window {
    readonly temoin: Bridge
  }
}

/** A value nobody may change on its way: what checking makes mutable may be asked with what is not. */
type Frozen<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Frozen<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T

/** Asks the shell or the engine. Always answers with an outcome; a broken bridge is a problem too, never an exception. */
export async function call<N extends CallName>(name: N, ask: Frozen<Ask<N>>): Promise<Outcome<Reply<N>>> {
  try {
    return await window.temoin.call(name, ask as Ask<N>)
  } catch {
    return { ok: false, problem: { code: 'unexpected', ref: `call ${name}` } }
  }
}

/** Hears an event until the returned function is called. */
export function listen<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void {
  return window.temoin.listen(name, listener)
}

/** The path on disk of a file that was dropped on the window; empty for something that is not a file on disk. */
export function pathOf(file: File): string {
  return window.temoin.pathOf(file)
}
