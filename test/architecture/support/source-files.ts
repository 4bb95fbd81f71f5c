import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The checkout's top folder. */
export const root = join(import.meta.dirname, '..', '..', '..')

/** A file as the checks see it: its path from the top folder, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Reads every file that a pattern names, in a stable order. */
export function readSources(...patterns: readonly string[]): SourceFile[] {
  return globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
