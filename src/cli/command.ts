import type { ParseArgsConfig } from 'node:util'
import type { Lang } from '../core/model/lang.ts'
import type { Outcome, Problem } from '../core/problem.ts'
import type { EngineEnvironment } from '../engine/environment.ts'

/** What a command answers: one JSON value, and the same for people. `failed` exits with 1 although there is a value. */
export type Answer = {
  readonly json: unknown
  readonly text: string
  /** The JSON value as text, where it is already written (and large). */
  readonly raw?: string
  readonly failed?: boolean
}

/** Translates a key of the `cli` namespace, or of another as `namespace:key`. */
export type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** What a command is given. */
export type Invocation = {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly environment: EngineEnvironment
  readonly words: Words
  /** The language for people, which titles are shown in. */
  readonly ui: Lang
  readonly readStdin: () => Promise<Uint8Array>
  readonly stdinLines: () => AsyncIterable<string>
  readonly write: (text: string) => void
  /** Writes a bug down; answers as people are told of it. */
  readonly bug: (error: unknown) => Problem
  /** Reports progress on a terminal; silent elsewhere. */
  readonly progress: (done: number, total?: number) => void
}

/** One command of the command line. */
export type Command = {
  readonly name: string
  /** The syntax after the command's name, as the usage line shows it. */
  readonly syntax: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Options that must be given. */
  readonly required?: readonly string[]
  /** Fewest and most positional arguments. */
  readonly arity: readonly [number, number]
  /** Whether the positional arguments go together, where their number does not say it. */
  readonly fits?: (args: readonly string[]) => boolean
  readonly run: (invocation: Invocation) => Promise<Outcome<Answer>>
}

/** The option as text, where it was given. */
export function optionText(invocation: Pick<Invocation, 'options'>, name: string): string | undefined {
  const value = invocation.options[name]
  return typeof value === 'string' ? value : undefined
}
