import { resolve } from 'node:path'

/** What the app was started with. */
export type Flags = {
  /** Another folder for preferences and journal: for tests, and for carrying the app on a stick. */
  readonly dataFolder: string | null
  /** A print job to do without showing anything, and then to leave. */
  readonly printJob: string | null
  /** A workspace to open. */
  readonly workspace: string | null
}

/** Reads the command line; what is not known here belongs to Chromium and is left alone. */
export function readFlags(
  argv: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Flags {
  const dataFolder = valueOf(argv, '--data-folder=') ?? env['TEMOIN_DATA']
  const printJob = valueOf(argv, '--print-job=')
  const workspace = argv.find((argument) => !argument.startsWith('-') && /\.temoin$/i.test(argument))
  return {
    dataFolder: dataFolder ? resolve(folder, dataFolder) : null,
    printJob: printJob ? resolve(folder, printJob) : null,
    workspace: workspace ? resolve(folder, workspace) : null,
  }
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  return argv.find((argument) => argument.startsWith(name))?.slice(name.length)
}
