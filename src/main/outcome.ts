import type { EngineMessage } from '../ipc/bridge.ts'
import type { Preferences } from '../ipc/shapes.ts'

// This layer sees the core only through the contract between processes.

/** An answer that may be a refusal. */
export type Outcome<T = unknown> = { readonly ok: true; readonly value: T } | Refusal

/** A refusal with its reason. */
export type Refusal = Extract<Extract<EngineMessage, { kind: 'answer' }>['outcome'], { ok: false }>

/** Something a person has to be told about. */
export type Problem = Refusal['problem']

/** One of the three languages. */
export type Lang = Preferences['lang']

/** Wraps a good answer. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** Wraps a refusal. */
export function refused(problem: Problem): Refusal {
  return { ok: false, problem }
}
