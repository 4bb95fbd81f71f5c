import { createHash } from 'node:crypto'
import { listAttachments, openAttachment, putAttachment } from '../../src/engine/attachments/attachments.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import type { OpenFile } from '../../src/engine/workspace-file.ts'
import { must } from './engine.ts'

/** A photo that nobody took: bytes that follow from its number alone. */
export function photo(number: number, size = 300_000): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let at = 0, block = 0; at < size; block += 1) {
    const digest = createHash('sha512').update(`photo ${number} ${block}`).digest()
    bytes.set(digest.subarray(0, Math.min(digest.length, size - at)), at)
    at += digest.length
  }
  return bytes
}

/** Adds a photo to a workspace, and names it. */
export async function addPhoto(environment: EngineEnvironment, file: OpenFile, number: number): Promise<string> {
  return must(await putAttachment(environment, file.workspace, { bytes: photo(number) }, 'image/jpeg')).sha256
}

/** The bytes of an attachment as somebody reads them who looks at it. */
export async function bytesOf(environment: EngineEnvironment, file: OpenFile, sha256: string): Promise<Buffer> {
  const opened = must(await openAttachment(environment, file.workspace.store, file.path, sha256))
  const pieces: Uint8Array[] = []
  for await (const piece of opened.chunks()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** For each attachment in its order, whether its bytes can be had. */
export async function haveBytes(environment: EngineEnvironment, file: OpenFile): Promise<readonly boolean[]> {
  return (await listAttachments(environment, file.workspace.store, file.path)).map(({ missing }) => !missing)
}
