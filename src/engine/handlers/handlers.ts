import type { Outcome } from '../../core/problem.ts'
import type { Ask, CallName, Reply } from '../../ipc/contract.ts'
import type { EngineCalls } from '../../ipc/engine-calls.ts'

/** Calls that the shell answers itself. */
type ShellCall = Extract<CallName, `shell.${string}` | `preferences.${string}`>

/** Calls of the window that the engine answers. */
export type EngineCall = Exclude<CallName, ShellCall>

/** One function for each call of the window: check, act, answer. */
export type Handlers = { readonly [N in EngineCall]: (ask: Ask<N>) => Promise<Outcome<Reply<N>>> | Outcome<Reply<N>> }

/** One function for each call of the shell. */
export type ShellHandlers = {
  readonly [N in keyof EngineCalls]: (
    ask: EngineCalls[N]['ask'],
  ) => Promise<Outcome<EngineCalls[N]['reply']>> | Outcome<EngineCalls[N]['reply']>
}
