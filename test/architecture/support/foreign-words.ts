import type { SourceFile } from './source-files.ts'

// Written in pieces, so that this file does not contain what it looks for.
const MACHINE_FOLDERS = ['work', 'farm', 'root'].map((name) => `/${name}/`)
const REGISTRIES = [
  ['registry', 'npmjs'],
  ['registry', 'yarnpkg'],
  ['deb', 'debian', 'org'],
  ['deb', 'nodesource'],
].map((parts) => parts.join('\\.'))

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Not preceded by a letter or a dot: an address such as unv.org/work/ is no folder of a machine.
  [new RegExp(`(?<![\\w.~-])(${MACHINE_FOLDERS.join('|')})`), 'names a folder of one machine'],
  [/(?<![\w.])\/tmp\/[a-z]/, 'names a temporary folder of one machine'],
  [/[A-Z]:\\Users\\/, 'names a folder of one machine'],
  [new RegExp(REGISTRIES.join('|')), 'names a package registry'],
]

/** Finds what only makes sense on the machine where it was written. */
export function findForeignWords(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        PATTERNS.filter(([pattern]) => pattern.test(line)).map(
          ([, what]) => `${path}:${index + 1} ${what}: ${line.trim().slice(0, 100)}`,
        ),
      ),
  )
}
