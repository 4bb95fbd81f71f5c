import type { Outcome } from '../core/problem.ts'
import type { Ask, CallName, Reply } from './contract.ts'
import type { EngineCalls } from './engine-calls.ts'
import type { EventName, Events } from './events.ts'

/** The only thing the window is given, as `window.temoin`: ask, and listen. */
export type Bridge = {
  readonly call: <N extends CallName>(name: N, ask: Ask<N>) => Promise<Outcome<Reply<N>>>
  readonly listen: <E extends EventName>(name: E, listener: (event: Events[E]) => void) => () => void
  /** The path on disk of a file that was dropped on the window. */
  readonly pathOf: (file: DroppedFile) => string
}

/** A file as the window's DOM knows it (a `File`); this layer knows no DOM. */
export type DroppedFile = { readonly name: string; readonly size: number; readonly lastModified: number }

/** A call on its way to the engine process; answers carry the same `seq`. */
export type EngineRequest = { readonly seq: number; readonly name: CallName | keyof EngineCalls; readonly ask: unknown }

/** What the engine process sends: answers and events. */
export type EngineMessage =
  | { readonly kind: 'answer'; readonly seq: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly event: unknown }
  | { readonly kind: 'ready' }
