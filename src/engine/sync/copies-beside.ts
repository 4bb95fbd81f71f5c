import { basename, join } from 'node:path'
import type { Store } from '../../core/store.ts'
import type { CopyBeside, PutAway } from '../../ipc/shapes.ts'
import type { EngineEnvironment } from '../environment.ts'
import type { FileStat } from '../file/file-system.ts'
import { isSameState } from '../file/read-file.ts'
import { type OpenFile, readCopy } from '../workspace-file.ts'
import { copyNameOf } from './conflict-name.ts'
import { findCopies, type IdCache } from './find-copies.ts'
import { putAway } from './put-away.ts'

/** What a copy was found to hold that the workspace did not have then. */
type Looked = { readonly stat: FileStat; readonly missing: readonly string[]; readonly authors: readonly string[] }

/** The copies that lie beside an open workspace. */
export type CopiesBeside = {
  /** Looks again; answers whether there is nothing to come back for soon: a copy that is still being written. */
  readonly look: () => Promise<boolean>
  /** Those that bring something, and those that sync clients and people left there and that bring nothing any more. */
  readonly list: () => readonly CopyBeside[]
  /** Moves those of the copies that bring nothing more out of the folder; answers with where they are now. */
  readonly putAway: (paths: readonly string[]) => Promise<readonly PutAway[]>
}

/** A save that was cut short may only now be under way in another program. */
const UNFINISHED_FOR = 10 * 60 * 1_000

/** Keeps an eye on the copies beside an open workspace. A copy is read once, and again only when it was touched. */
export function copiesBeside(environment: EngineEnvironment, file: OpenFile): CopiesBeside {
  const { host } = environment
  const { store } = file.workspace
  const ids: IdCache = new Map()
  const looked = new Map<string, Looked>()
  let before = new Map<string, FileStat>()

  async function look(): Promise<boolean> {
    const found = await findCopies(host, file.path, store.header.id, ids)
    const paths = new Set(found.map(({ path }) => path))
    for (const path of looked.keys()) if (!paths.has(path)) looked.delete(path)
    let isSettled = true
    for (const { path, name, stat } of found) {
      if (isSameState(looked.get(path)?.stat ?? NEVER, stat) || isYoung(name, stat)) continue
      if (isSameState(before.get(path) ?? NEVER, stat)) {
        const seen = await whatBrings(path, stat)
        if (seen) looked.set(path, seen)
      } else isSettled = false
    }
    before = new Map(found.map(({ path, stat }) => [path, stat]))
    return isSettled
  }

  function isYoung(name: string, stat: FileStat): boolean {
    if (!name.startsWith('~')) return false
    return host.nowMillis() - Number(stat.modified) / 1_000_000 < UNFINISHED_FOR
  }

  /** Undefined for what is no whole workspace, or not yet. */
  async function whatBrings(path: string, stat: FileStat): Promise<Looked | undefined> {
    const read = await readCopy(environment, path)
    if (!read.ok) return undefined
    const theirs: Store = read.value
    try {
      const missing = store.missing(theirs.changeIds())
      const wanted = new Set(missing)
      const authors = new Set<string>()
      if (wanted.size > 0) for (const { id, author } of theirs.changes()) if (wanted.has(id)) authors.add(author)
      return { stat, missing, authors: [...authors].filter((author) => author !== '').sort() }
    } finally {
      theirs.close()
    }
  }

  function described(path: string, { missing, authors }: Looked): CopyBeside {
    const name = basename(path)
    const said = copyNameOf(basename(file.path), name)
    // The generation that is kept beside a file on a stick is there on purpose.
    const canGo = said !== undefined && said.certain && said.by !== 'earlier'
    return { path, name, by: said?.by ?? null, brings: store.missing(missing).length, authors, canGo }
  }

  return {
    look,
    list: () =>
      [...looked]
        .map((entry) => described(...entry))
        .filter(({ brings, canGo, by }) => brings > 0 || (canGo && by !== 'unfinished')),
    async putAway(paths) {
      const folder = join(environment.backupsFolder, store.header.id, 'copies')
      const moved: PutAway[] = []
      for (const [path, seen] of [...looked].filter(([one]) => paths.includes(one))) {
        const { brings, canGo } = described(path, seen)
        const away = brings === 0 && canGo ? await putAway(host, path, seen.stat, folder) : undefined
        if (!away?.ok) continue
        looked.delete(path)
        moved.push({ from: path, to: away.value })
      }
      return moved
    },
  }
}

const NEVER: FileStat = { kind: 'other', size: -1, modified: '', inode: '', mode: 0 }
