import { ATTACHED } from '../../core/model/attachment.ts'
import { isRecordKind } from '../../core/model/kinds.ts'
import type { Problem } from '../../core/problem.ts'
import type { Store } from '../../core/store.ts'
import { readImageHeader } from '../../storage/image.ts'
import type { Salvage } from '../../storage/salvage.ts'
import type { EngineEnvironment } from '../environment.ts'
import { openImage } from '../open-image.ts'
import { problemsBehindImage } from './check-blobs.ts'
import type { FileHost } from './host.ts'
import { readContainer } from './read-container.ts'
import { readFile } from './read-file.ts'
import { readWorkspaceFile } from './read-workspace-file.ts'
import { imageOf, SEAL_LENGTH } from './seal.ts'

/** What a check found. */
export type CheckReport = {
  readonly ok: boolean
  readonly problems: readonly Problem[]
  readonly records: number
  readonly changes: number
  readonly attachments: number
  /** Attachments whose bytes are not in the file, as in a light copy. */
  readonly attachmentsMissing: number
  /** What a repair would bring back of a file that is not right; null where nothing is wrong, or nothing can be read. */
  readonly salvage: { readonly changes: number; readonly complete: boolean } | null
}

type Surroundings = Pick<EngineEnvironment, 'host' | 'sql' | 'inspector'>

/** Looks at a workspace file as thoroughly as can be: every byte, every row, every index. Changes nothing. */
export async function checkWorkspaceFile(around: Surroundings, path: string): Promise<CheckReport> {
  const read = await readWorkspaceFile(around.host, path)
  const imageLength = read.ok ? read.value.image.length : 0
  // A newer version's file is right as far as this version can tell.
  const opened = read.ok ? await openImage(around, read.value.image, path) : read
  if (read.ok && opened.ok) {
    const counts = countIn(opened.value.store)
    opened.value.store.close()
    const problems = await problemsBehindImage(around.host.fs, path, imageLength, read.value.blobs)
    const attachmentsMissing = Math.max(0, counts.attachments - read.value.blobs.length)
    return { ok: problems.length === 0, problems, ...counts, attachmentsMissing, salvage: null }
  }
  const saved = await salvageFile(around, path)
  const records = new Set(saved?.changes.filter(({ kind }) => isRecordKind(kind)).map(({ subject }) => subject))
  return {
    ok: false,
    problems: opened.ok ? [] : [opened.problem],
    records: records.size,
    changes: saved?.changes.length ?? 0,
    attachments: new Set(saved?.changes.filter(({ field }) => field === ATTACHED).map(({ subject }) => subject)).size,
    attachmentsMissing: 0,
    salvage: saved ? { changes: saved.changes.length, complete: saved.complete && saved.unreadable === 0 } : null,
  }
}

/** Reads what can still be read of a damaged workspace file; undefined where that is nothing at all. */
export async function salvageFile({ host, inspector }: Surroundings, path: string): Promise<Salvage | undefined> {
  const image = await whatIsLeftOfImage(host, path)
  if (!image || image.length === 0) return undefined
  const found = await inspector.salvage(image, path)
  if (!found.ok) return undefined
  return found.value.changes.length > 0 || found.value.header ? found.value : undefined
}

async function whatIsLeftOfImage(host: FileHost, path: string): Promise<Uint8Array | undefined> {
  const container = await readContainer(host.fs, path)
  if (container.ok && container.value) return container.value.image
  const read = await readFile(host.fs, path)
  if (!read.ok) return undefined
  const { bytes } = read.value
  const header = readImageHeader(bytes)
  const length = header?.regular === true ? header.pageSize * header.pageCount : Number.POSITIVE_INFINITY
  // What follows the image may be attachments whose directory is broken.
  return length + SEAL_LENGTH < bytes.length ? bytes.subarray(0, length) : imageOf(bytes)
}

/** How much a workspace holds. */
export function countIn(store: Store): Pick<CheckReport, 'records' | 'changes' | 'attachments'> {
  const deleted = new Set(store.cards().flatMap((card) => (card.deleted ? [card.id] : [])))
  const records = store.subjects().filter(({ subject, kind }) => isRecordKind(kind) && !deleted.has(subject))
  return { records: records.length, changes: store.changeCount(), attachments: store.attachments().length }
}
