import type { SourceFile } from './source-files.ts'

/** A file longer than this holds more than one idea, or will soon. */
export const MOST_LINES = 400

/** Names the files that are too long, and the exceptions that no longer need to be ones. */
export function findLongFiles(files: readonly SourceFile[], dataTables: readonly string[]): string[] {
  const long = files.filter((file) => linesOf(file) > MOST_LINES)
  const tooLong = long
    .filter((file) => !dataTables.includes(file.path))
    .map((file) => `${file.path} has ${linesOf(file)} lines; ${MOST_LINES} is the most`)
  const idle = dataTables
    .filter((path) => !long.some((file) => file.path === path))
    .map((path) => `${path} is listed as a long table of data and is not one`)
  return [...tooLong, ...idle]
}

function linesOf({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length
}
