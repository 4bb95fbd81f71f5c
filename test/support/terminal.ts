import { join } from 'node:path'
import type { Json } from '../../src/core/model/json.ts'
import { runCommandLine, type Surroundings } from '../../src/cli/run.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import { computer, type ComputerOptions, newFolder } from './engine.ts'

/** What a command left behind: its exit code and what it wrote. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Somebody's terminal, in a folder of its own, with no more around it than a test gives. */
export type Terminal = {
  /** A path in the terminal's folder. */
  readonly path: (name: string) => string
  readonly run: (...argv: readonly string[]) => Promise<Ran>
  /** The same with something on standard input. */
  readonly runWith: (stdin: string, ...argv: readonly string[]) => Promise<Ran>
  /** Runs with `--json` and reads the one value it prints; a command that fails fails the test. */
  readonly json: <T = { readonly [key: string]: Json }>(...argv: readonly string[]) => Promise<T>
  /** Runs with `--json` a command that must be refused; answers its problem. */
  readonly refused: (...argv: readonly string[]) => Promise<{ readonly code: string }>
}

/** What a test may choose of a terminal. */
export type TerminalOptions = Partial<ComputerOptions> & {
  readonly folder?: string
  readonly language?: string
  readonly isTerminal?: boolean
  /** Puts something else in the place of a part of the environment. */
  readonly change?: (environment: EngineEnvironment) => Partial<EngineEnvironment>
}

/** Opens a terminal. Each command is a run of its own, on the same computer. */
export function terminal(options: TerminalOptions = {}): Terminal {
  const {
    folder = newFolder(),
    language = 'en_US.UTF-8',
    author = 'Ana',
    isTerminal = false,
    change,
    ...rest
  } = options
  const dataFolder = options.dataFolder ?? join(newFolder(), 'app')

  async function runWith(stdin: string, ...argv: readonly string[]): Promise<Ran> {
    let out = ''
    let err = ''
    const around: Surroundings = {
      language,
      author,
      openEnvironment: async (name) => {
        const environment = { ...computer({ ...rest, author: name, dataFolder }), author: () => name }
        return { ...environment, ...change?.(environment) }
      },
      stdout: (text) => {
        out += text
      },
      stderr: (text) => {
        err += text
      },
      stderrIsTerminal: isTerminal,
      readStdin: async () => new TextEncoder().encode(stdin),
      async *stdinLines() {
        yield* stdin === '' ? [] : stdin.split('\n')
      },
    }
    const code = await runCommandLine(argv, around)
    return { code, out, err }
  }

  async function value(argv: readonly string[]): Promise<Ran & { readonly value: unknown }> {
    const ran = await runWith('', ...argv, '--json')
    if (ran.code === 2) throw new Error(`wrong usage: ${ran.err}`)
    return { ...ran, value: JSON.parse(ran.out) as unknown }
  }

  return {
    path: (name) => join(folder, name),
    run: (...argv) => runWith('', ...argv),
    runWith,
    async json<T>(...argv: readonly string[]) {
      const ran = await value(argv)
      if (ran.code !== 0) throw new Error(ran.out)
      return ran.value as T
    },
    async refused(...argv) {
      const ran = await value(argv)
      if (ran.code !== 1) throw new Error(`was not refused: ${ran.out}`)
      return (ran.value as { readonly problem: { readonly code: string } }).problem
    },
  }
}
