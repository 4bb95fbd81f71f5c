import { parseArgs } from 'node:util'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { type Outcome, refused } from '../core/problem.ts'
import type { EngineEnvironment } from '../engine/environment.ts'
import { wordsIn } from '../engine/words.ts'
import { problemSentence } from '../engine/problem-sentence.ts'
import type { Answer, Command, Invocation, Words } from './command.ts'
import { COMMANDS, LATER_COMMANDS } from './commands/index.ts'

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
  const name = argv.find((argument) => !argument.startsWith('-'))
  const command = COMMANDS.find((entry) => entry.name === name)
  if (!command) return withoutCommand(name, argv, around, words)
  const parsed = parse(command, argv.slice(argv.indexOf(command.name) + 1), argv.slice(0, argv.indexOf(command.name)))
  if (parsed === undefined) return wrongUsage(command, around, words)
  const { options, args } = parsed
  if (options['help'] === true) {
    around.stdout(`${usageLine(command, words)}\n`)
    return 0
  }
  if (args.length < command.arity[0] || args.length > command.arity[1]) return wrongUsage(command, around, words)
  const author = typeof options['as'] === 'string' && options['as'].trim() !== '' ? options['as'].trim() : around.author
  const environment = await around.openEnvironment(author)
  const invocation: Invocation = {
    args,
    options,
    environment,
    words,
    ui: languageOf(argv, around.language),
    readStdin: around.readStdin,
    stdinLines: around.stdinLines,
    write: around.stdout,
    progress: progressReporter(around),
  }
  return answer(await command.run(invocation), options['json'] === true, around, words)
}

function answer(outcome: Outcome<Answer>, json: boolean, around: Surroundings, words: Words): number {
  if (!outcome.ok) {
    if (json) around.stdout(`${JSON.stringify({ problem: outcome.problem })}\n`)
    else around.stderr(`${problemSentence(outcome.problem, words)}\n`)
    return 1
  }
  const { value } = outcome
  if (json) around.stdout(`${value.raw ?? JSON.stringify(value.json)}\n`)
  else if (value.text !== '') around.stdout(`${value.text}\n`)
  return value.failed === true ? 1 : 0
}

function parse(command: Command, after: readonly string[], before: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...before, ...after],
      options: { ...GLOBAL_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    })
    return { options: values as Invocation['options'], args: positionals }
  } catch {
    return undefined
  }
}

function withoutCommand(name: string | undefined, argv: readonly string[], around: Surroundings, words: Words): number {
  if (name !== undefined && LATER_COMMANDS.includes(name)) {
    return answer(refused({ code: 'command-not-available', command: name }), argv.includes('--json'), around, words)
  }
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
