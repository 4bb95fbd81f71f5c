import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file whole or not at all; answers null when it is on disk, else why it is not. */
export function writeWhole(file: string, content: string | Uint8Array): string | null {
  const draft = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const handle = openSync(draft, 'w')
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
    return null
  } catch (error) {
    removed(draft)
    return error instanceof Error ? error.message : String(error)
  }
}

function removed(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // The reason that counts is the one writing failed for.
  }
}
