import { isJsonObject, type Json } from './json.ts'

/** The kind of subject that a file is which belongs to records; its id is the SHA-256 of the bytes. */
export const ATTACHMENT_KIND = 'attachment'

/** The one field of an attachment: that somebody added it, how large it is, and what kind of file. */
export const ATTACHED = 'attached'

/** What a workspace knows of an attachment. The bytes follow the tables in the file, or lie elsewhere. */
export type Attachment = { readonly sha256: string; readonly size: number; readonly type: string }

const SHA256 = /^[0-9a-f]{64}$/
const TYPE_LIMIT = 200

/** Whether a text is a SHA-256 as attachments are named by. */
export function isSha256(text: string): boolean {
  return SHA256.test(text)
}

/** What the value of `attached` says; undefined where a stranger or another version wrote something else. */
export function readAttached(sha256: string, value: Json | undefined): Attachment | undefined {
  if (!isSha256(sha256) || !isJsonObject(value)) return undefined
  const { size, type } = value
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined
  if (typeof type !== 'string' || type.length > TYPE_LIMIT || type.includes('\0')) return undefined
  return { sha256, size, type: type.toWellFormed() }
}
