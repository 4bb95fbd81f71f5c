import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { makeChange } from '../../core/history/steps.ts'
import { ATTACHED, type Attachment, ATTACHMENT_KIND, readAttached } from '../../core/model/attachment.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import type { Store } from '../../core/store.ts'
import type { EngineEnvironment } from '../environment.ts'
import { poolOf, putBlob, putBytes, putFile } from '../file/blob-pool.ts'
import { blobInPool, type BlobSource, blobsIn, readBlob } from '../file/blob-source.ts'
import { errnoOf, readingProblem, writingProblem } from '../file/file-problems.ts'
import { chunksOf } from '../file/read-file.ts'
import type { ExpectedBlob } from '../file/save-workspace-file.ts'
import type { Workspace } from '../workspace.ts'

/** What an attachment is made of: bytes, or a file that is read piece by piece. */
export type AttachmentSource = { readonly bytes: Uint8Array } | { readonly path: string }

/** An attachment as a list shows it. */
export type ListedAttachment = Attachment & {
  /** Its bytes are not on this computer: this is a light copy, or they were damaged. */
  readonly missing: boolean
}

/** An attachment opened to be read. */
export type OpenAttachment = Attachment & { readonly chunks: () => AsyncIterable<Uint8Array> }

/** The folder for earlier generations of a workspace. */
export function backupsFolderOf(environment: EngineEnvironment, store: Store): string {
  return join(environment.backupsFolder, store.header.id)
}

/** What a save is to put behind the image, in the order in which it came into the workspace. */
export function expectedBlobs(store: Store): readonly ExpectedBlob[] {
  const upTo = store.lightUpTo()
  return store.attachments().map(({ sha256, added }) => ({ sha256, onlyIfThere: added <= upTo }))
}

/**
 * Adds an attachment to a workspace: its bytes to the app's own folder, where they lie until the next save and as a
 * backup after it, and the fact to the log. The same bytes are kept once, however often they are added.
 *
 * @param type the media type, as far as it is known
 */
export async function putAttachment(
  environment: EngineEnvironment,
  workspace: Workspace,
  source: AttachmentSource,
  type: string,
): Promise<Outcome<Attachment>> {
  const { host, ports } = environment
  const pool = poolOf(backupsFolderOf(environment, workspace.store))
  let put: { readonly sha256: string; readonly size: number }
  try {
    if ('path' in source) {
      put = await putFile(host, pool, source.path)
    } else {
      const { bytes } = source
      put = { sha256: ports.sha256(bytes), size: bytes.length }
      await putBytes(host, pool, bytes, put.sha256)
    }
  } catch (error) {
    const isThere =
      'path' in source &&
      (await host.fs.stat(source.path).then(
        ({ kind }) => kind === 'file',
        () => false,
      ))
    return refused('path' in source && !isThere ? readingProblem(error, source.path) : writingProblem(error, pool))
  }
  const attachment = readAttached(put.sha256, { size: put.size, type })
  if (!attachment) return refused({ code: 'wrong-value', field: ATTACHED, expected: 'type' })
  if (workspace.subject(attachment.sha256)?.values.has(ATTACHED) === true) return done(attachment)
  const work = workspace.work()
  const value = { size: attachment.size, type: attachment.type }
  const what = { field: ATTACHED, locale: '', op: 'set', value, replaces: [] }
  work.add([makeChange({ id: attachment.sha256, kind: ATTACHMENT_KIND }, what, workspace.acting())])
  workspace.commit(work, 'step', { undoable: false })
  return done(attachment)
}

/** Every attachment of a workspace, in the order in which they came, and whether its bytes can be had here. */
export async function listAttachments(
  environment: EngineEnvironment,
  store: Store,
  path: string,
): Promise<readonly ListedAttachment[]> {
  const inFile = await blobsIn(environment.host.fs, path)
  const listed: ListedAttachment[] = []
  for (const { sha256, size, type } of store.attachments()) {
    const found = inFile.get(sha256) ?? (await inPool(environment, store, sha256))
    listed.push({ sha256, size: found?.size ?? size, type, missing: found === undefined })
  }
  return listed
}

/**
 * Opens an attachment to be read piece by piece. Its bytes are held to their hash before the first of them is handed
 * out; damaged ones are taken from the pool where it has them whole.
 */
export async function openAttachment(
  environment: EngineEnvironment,
  store: Store,
  path: string,
  sha256: string,
): Promise<Outcome<OpenAttachment>> {
  const { fs } = environment.host
  const row = store.attachments().find((entry) => entry.sha256 === sha256)
  if (!row) return refused({ code: 'unknown-attachment', sha256 })
  const sources = [(await blobsIn(fs, path)).get(sha256), await inPool(environment, store, sha256)]
  for (const source of sources.filter((entry) => entry !== undefined)) {
    if (!(await isWhole(environment, source))) continue
    return done({ sha256, size: source.size, type: row.type, chunks: () => chunksFrom(environment, source) })
  }
  return refused({ code: 'attachment-missing', sha256 })
}

/**
 * Takes the bytes that another copy of the workspace has and this one has not into the pool, so that they are here
 * whatever becomes of the other file. Says how many came.
 *
 * @param into the file of this workspace: what it holds need not come
 */
export async function takeInBlobs(
  environment: EngineEnvironment,
  store: Store,
  from: string,
  into: string | undefined,
): Promise<Outcome<number>> {
  const { host } = environment
  const own = into === undefined ? new Map<string, BlobSource>() : await blobsIn(host.fs, into)
  const upTo = store.lightUpTo()
  const left = new Set(store.attachments().flatMap(({ sha256, added }) => (added <= upTo ? [sha256] : [])))
  let taken = 0
  for (const blob of (await blobsIn(host.fs, from)).values()) {
    if (own.has(blob.sha256) || left.has(blob.sha256) || (await inPool(environment, store, blob.sha256))) continue
    try {
      if (await putBlob(host, poolOf(backupsFolderOf(environment, store)), blob)) taken += 1
    } catch (error) {
      return refused(writingProblem(error, environment.backupsFolder))
    }
  }
  return done(taken)
}

function inPool(environment: EngineEnvironment, store: Store, sha256: string): Promise<BlobSource | undefined> {
  return blobInPool(environment.host.fs, poolOf(backupsFolderOf(environment, store)), sha256)
}

async function isWhole({ host }: EngineEnvironment, source: BlobSource): Promise<boolean> {
  try {
    return await readBlob(host.fs, source, async () => undefined)
  } catch (error) {
    errnoOf(error)
    return false
  }
}

async function* chunksFrom({ host }: EngineEnvironment, { path, at, size }: BlobSource): AsyncGenerator<Uint8Array> {
  const file = await host.fs.open(path, 'r')
  try {
    for await (const chunk of chunksOf(file, { start: at, end: at + size })) yield Buffer.from(chunk)
  } finally {
    await file.close().catch(() => undefined)
  }
}
