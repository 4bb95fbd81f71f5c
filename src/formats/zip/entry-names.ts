import { directoryOf } from './directory.ts'

const MOST = 10_000

/** The names in a ZIP archive's directory, in its order; none where it has no readable directory. */
export function entryNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  for (const { name } of directoryOf(bytes)?.entries ?? []) {
    if (names.length === MOST) break
    names.push(name)
  }
  return names
}
