import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A sync client that carries the files of one folder to and fro between two computers, when it is told to. */
export type SyncClient = {
  /** Brings both folders to the same; answers whether there was anything to carry. */
  readonly carry: (newer: 0 | 1) => boolean
  /** How many conflict copies it has made so far. */
  readonly conflicts: () => number
}

/**
 * Makes one, as Syncthing behaves: a file that changed on one side is sent to the other; where both changed, one keeps
 * the name (`newer` says whose clock is ahead), the other becomes a conflict copy on both sides; a deletion is carried
 * unless the file was changed on the other side meanwhile. It replaces files by a rename.
 */
export function syncClient(folders: readonly [string, string]): SyncClient {
  const carried = new Map<string, string>()
  let conflicts = 0

  function namesIn(folder: string): readonly string[] {
    return readdirSync(folder).filter((name) => name.endsWith('.temoin'))
  }

  function contentOf(folder: string, name: string): string | undefined {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path, 'latin1') : undefined
  }

  function send(from: string, to: string, name: string, as = name): void {
    const temporary = join(to, `.syncthing.${as}.tmp`)
    copyFileSync(join(from, name), temporary)
    renameSync(temporary, join(to, as))
  }

  function settle(name: string): void {
    const content = contentOf(folders[0], name)
    if (content === undefined) carried.delete(name)
    else carried.set(name, content)
  }

  return {
    conflicts: () => conflicts,
    carry(newer) {
      let isBusy = false
      for (const name of new Set([...folders.flatMap(namesIn), ...carried.keys()])) {
        const base = carried.get(name)
        const [here, there] = [contentOf(folders[0], name), contentOf(folders[1], name)]
        if (here !== there) {
          isBusy = true
          const isMine = there === base || there === undefined
          const isTheirs = here === base || here === undefined
          const isConflict = !isMine && !isTheirs
          const winner = folders[isConflict ? newer : isMine && here !== undefined ? 0 : isTheirs ? 1 : 0]
          const loser = folders[winner === folders[0] ? 1 : 0]
          if (isConflict) {
            conflicts += 1
            const time = String(conflicts).padStart(6, '0')
            const copy = name.replace(/\.temoin$/, `.sync-conflict-20261121-${time}-DHPLAKK.temoin`)
            send(loser, winner, name, copy)
            send(loser, loser, name, copy)
            settle(copy)
          }
          // Gone on one side and as it was on the other: the deletion is carried. Changed meanwhile: the file comes back.
          const isDeletion = (here === undefined && there === base) || (there === undefined && here === base)
          if (isDeletion) for (const folder of folders) rmSync(join(folder, name), { force: true })
          else send(winner, loser, name)
        }
        settle(name)
      }
      return isBusy
    },
  }
}
