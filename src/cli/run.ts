import { parseArgs } from 'node:util'
import { isLang, LANGS, type Lang } from '../core/model/lang.ts'
import { type Outcome, type Problem, refused } from '../core/problem.ts'
import type { EngineEnvironment } from '../engine/environment.ts'
import { createLog } from '../engine/log.ts'
import { wordsIn } from '../engine/words.ts'
import { problemSentence } from '../engine/problem-sentence.ts'
import type { Answer, Command, Invocation, Words } from './command.ts'
import { COMMANDS } from './commands/index.ts'

/** What the command line needs of its surroundings; tests pass their own. */
export type Surroundings = {
  /** The locale people use, as `LANG` says it: `fr_FR.UTF-8`. */
  readonly language: string
  /** The name that goes into history without `--as`. */
  readonly author: string
  readonly openEnvironment: (author: string) => Promise<EngineEnvironment>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly stderrIsTerminal: boolean
  readonly readStdin: () => Promise<Uint8Array>
  readonly stdinLines: () => AsyncIterable<string>
}

const GLOBAL_OPTIONS = {
  json: { type: 'boolean' },
  ui: { type: 'string' },
  as: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Runs one command and returns the exit code: 0 done, 1 refused or failed, 2 wrong usage. Under `--json` exactly one
 * JSON value goes to stdout and nothing else.
 */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<number> {
  const words = wordsIn(languageOf(argv, around.language))
  const at = commandPlace(argv)
  const command = COMMANDS.find((entry) => entry.name === argv[at])
  if (!command) return withoutCommand(argv, around, words)
  const parsed = parse(command, argv.slice(at + 1), argv.slice(0, at))
  if (parsed === undefined) return wrongUsage(command, around, words)
  const { options } = parsed
  if (options['help'] === true) {
    around.stdout(`${usageLine(command, words)}\n`)
    return 0
  }
  if (!isUsable(command, parsed)) return wrongUsage(command, around, words)
  const author = typeof options['as'] === 'string' && options['as'].trim() !== '' ? options['as'].trim() : around.author
  const log = createLog()
  const bug = (error: unknown): Problem => ({ code: 'unexpected', ref: log.write(command.name, error) })
  const finish = (outcome: Outcome<Answer>) => answer(outcome, options['json'] === true, around, words)
  try {
    const environment = await around.openEnvironment(author)
    log.openIn(environment)
    return finish(
      await command.run(
        invocationOf(parsed, environment, around, { words, bug, ui: languageOf(argv, around.language) }),
      ),
    )
  } catch (error) {
    return finish(refused(bug(error)))
  }
}

function invocationOf(
  { options, args }: Parsed,
  environment: EngineEnvironment,
  around: Surroundings,
  rest: Pick<Invocation, 'words' | 'bug' | 'ui'>,
): Invocation {
  return {
    ...rest,
    args,
    options,
    environment,
    readStdin: around.readStdin,
    stdinLines: around.stdinLines,
    write: around.stdout,
    progress: progressReporter(around),
  }
}

/** Options that stand before the command and are followed by a value. */
const WITH_VALUE = new Set(['--ui', '--as'])

/** Where the command's name stands: behind the options that go with every command. */
function commandPlace(argv: readonly string[]): number {
  let at = 0
  while (argv[at]?.startsWith('-')) at += WITH_VALUE.has(argv[at] ?? '') ? 2 : 1
  return at
}

type Parsed = { readonly options: Invocation['options']; readonly args: readonly string[] }

/** Whether the arguments are as many as they must be, and the options say what they can say. */
function isUsable({ arity, required = [], fits }: Command, { options, args }: Parsed): boolean {
  if (args.length < arity[0] || args.length > arity[1] || fits?.(args) === false) return false
  if (required.some((name) => options[name] === undefined)) return false
  if (options['ui'] !== undefined && !isLang(options['ui'])) return false
  return ['limit', 'offset'].every((name) => /^\d{1,9}$/.test(String(options[name] ?? 0)))
}

function answer(outcome: Outcome<Answer>, json: boolean, around: Surroundings, words: Words): number {
  if (!outcome.ok) {
    if (json) around.stdout(`${JSON.stringify({ problem: outcome.problem })}\n`)
    else around.stderr(`${problemSentence(outcome.problem, words)}\n`)
    return 1
  }
  const { value } = outcome
  const written = value.raw ?? JSON.stringify(value.json)
  if (json) around.stdout(written === '' ? '' : `${written}\n`)
  else if (value.text !== '') around.stdout(`${value.text}\n`)
  return value.failed === true ? 1 : 0
}

function parse(command: Command, after: readonly string[], before: readonly string[]): Parsed | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...before, ...after],
      options: { ...GLOBAL_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    })
    return { options: values, args: positionals }
  } catch {
    return undefined
  }
}

function withoutCommand(argv: readonly string[], around: Surroundings, words: Words): number {
  const help = argv.includes('--help') || argv.includes('-h')
  const page = helpPage(words)
  if (help) around.stdout(page)
  else around.stderr(page)
  return help ? 0 : 2
}

function helpPage(words: Words): string {
  const lines = COMMANDS.map(
    (command) => `  temoin ${command.name} ${command.syntax}\n      ${words(`about.${command.name}`)}`,
  )
  return [words('help.intro'), '', ...lines, '', words('help.options'), ''].join('\n')
}

function usageLine(command: Command, words: Words): string {
  return words('help.usage', { line: `temoin ${command.name} ${command.syntax}` })
}

function wrongUsage(command: Command, around: Surroundings, words: Words): number {
  around.stderr(`${usageLine(command, words)}\n`)
  return 2
}

/** `--ui` first, then the locale's language; English where it is none of the three. */
function languageOf(argv: readonly string[], locale: string): Lang {
  const flag = argv.findIndex((argument) => argument === '--ui')
  const named = flag === -1 ? argv.find((argument) => argument.startsWith('--ui='))?.slice(5) : argv[flag + 1]
  return LANGS.find((lang) => lang === named) ?? LANGS.find((lang) => locale.toLowerCase().startsWith(lang)) ?? 'en'
}

function progressReporter(around: Surroundings): Invocation['progress'] {
  if (!around.stderrIsTerminal) return () => undefined
  return (done, total) => around.stderr(total === undefined ? `\r${done}` : `\r${done} / ${total}`)
}
