import { isRecordKind } from '../../core/model/kinds.ts'
import type { Problem } from '../../core/problem.ts'
import type { Store } from '../../core/store.ts'
import type { Salvage } from '../../storage/salvage.ts'
import type { EngineEnvironment } from '../environment.ts'
import { openImage } from '../open-image.ts'
import { readFile } from './read-file.ts'
import { readWorkspaceFile } from './read-workspace-file.ts'
import { imageOf } from './seal.ts'

/** What a check found. */
export type CheckReport = {
  readonly ok: boolean
  readonly problems: readonly Problem[]
  readonly records: number
  readonly changes: number
  readonly attachments: number
  /** What a repair would bring back of a file that is not right; null where nothing is wrong, or nothing can be read. */
  readonly salvage: { readonly changes: number; readonly complete: boolean } | null
}

type Surroundings = Pick<EngineEnvironment, 'host' | 'sql' | 'inspector'>

/** Looks at a workspace file as thoroughly as can be: every byte, every row, every index. Changes nothing. */
export async function checkWorkspaceFile(around: Surroundings, path: string): Promise<CheckReport> {
  const read = await readWorkspaceFile(around.host, path)
  // A newer version's file is right as far as this version can tell.
  const opened = read.ok ? await openImage(around, read.value.image, path) : read
  if (opened.ok) {
    const counts = countIn(opened.value.store)
    opened.value.store.close()
    return { ok: true, problems: [], ...counts, attachments: 0, salvage: null }
  }
  const saved = await salvageFile(around, path)
  const records = new Set(saved?.changes.filter(({ kind }) => isRecordKind(kind)).map(({ subject }) => subject))
  return {
    ok: false,
    problems: [opened.problem],
    records: records.size,
    changes: saved?.changes.length ?? 0,
    attachments: 0,
    salvage: saved ? { changes: saved.changes.length, complete: saved.complete && saved.unreadable === 0 } : null,
  }
}

/** Reads what can still be read of a damaged workspace file; undefined where that is nothing at all. */
export async function salvageFile({ host, inspector }: Surroundings, path: string): Promise<Salvage | undefined> {
  const read = await readFile(host.fs, path)
  if (!read.ok || read.value.bytes.length === 0) return undefined
  const found = await inspector.salvage(imageOf(read.value.bytes), path)
  if (!found.ok) return undefined
  return found.value.changes.length > 0 || found.value.header ? found.value : undefined
}

function countIn(store: Store): { readonly records: number; readonly changes: number } {
  const deleted = new Set(store.cards().flatMap((card) => (card.deleted ? [card.id] : [])))
  const records = store.subjects().filter(({ subject, kind }) => isRecordKind(kind) && !deleted.has(subject))
  return { records: records.length, changes: store.changeCount() }
}
