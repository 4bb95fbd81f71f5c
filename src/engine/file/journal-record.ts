import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Change } from '../../core/history/change.ts'
import { canonicalJson, isJsonObject, type Json } from '../../core/model/json.ts'
import { parseJson, toChange, toRow } from '../../storage/change-row.ts'

/**
 * One record of a journal: `TMNJ`, the payload's length in four bytes, the first eight bytes of its SHA-256, and the
 * payload, a JSON value in UTF-8. Numbers have their highest byte first.
 */
const MAGIC = Buffer.from('TMNJ')
const HEAD = 16

/** Who keeps a journal: the first record of each of its files says. */
export type JournalOwner = { readonly workspace: string; readonly run: string; readonly process: number }

/** What a journal's bytes hold. */
export type JournalContent = {
  readonly owner: JournalOwner | undefined
  readonly changes: readonly Change[]
  /** Bytes that are no record: a torn end, or damage. Records after them are read all the same. */
  readonly dropped: number
}

/** Writes the first record of a journal file. */
export function encodeOwner({ workspace, run, process }: JournalOwner): Uint8Array {
  return encodeRecord({ journal: 1, workspace, run, process })
}

/** Writes changes as records, each change in one, so that one bad sector costs no more than what stands on it. */
export function encodeChanges(changes: readonly Change[]): Uint8Array {
  return Buffer.concat(changes.map((change) => encodeRecord(toPayload(change))))
}

/** Reads what can be read; never fails, whatever the bytes are. */
export function decodeJournal(bytes: Uint8Array): JournalContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const changes: Change[] = []
  let owner: JournalOwner | undefined
  let dropped = 0
  for (let at = 0; at < buffer.length; ) {
    const payload = readRecord(buffer, at)
    const change = payload && fromPayload(payload)
    if (payload) at += HEAD + payload.length
    else {
      const next = buffer.indexOf(MAGIC, at + 1)
      const end = next === -1 ? buffer.length : next
      dropped += end - at
      at = end
    }
    if (change) changes.push(change)
    else if (payload) owner ??= readOwner(payload)
  }
  return { owner, changes, dropped }
}

function encodeRecord(value: Json): Uint8Array {
  const payload = Buffer.from(canonicalJson(value))
  const head = Buffer.alloc(HEAD)
  MAGIC.copy(head)
  head.writeUInt32BE(payload.length, 4)
  digestOf(payload).copy(head, 8)
  return Buffer.concat([head, payload])
}

function readRecord(buffer: Buffer, at: number): Buffer | undefined {
  if (buffer.length - at < HEAD || buffer.compare(MAGIC, 0, 4, at, at + 4) !== 0) return undefined
  const length = buffer.readUInt32BE(at + 4)
  const payload = buffer.subarray(at + HEAD, at + HEAD + length)
  if (payload.length < length) return undefined
  return digestOf(payload).compare(buffer, at + 8, at + HEAD) === 0 ? payload : undefined
}

function digestOf(payload: Buffer): Buffer {
  return createHash('sha256').update(payload).digest().subarray(0, 8)
}

/** The columns of a change's row in the workspace file; bytes as `{"base64":…}`. */
function toPayload(change: Change): Json {
  return toRow(change).map((cell) =>
    cell instanceof Uint8Array ? { base64: Buffer.from(cell).toString('base64') } : cell,
  )
}

function fromPayload(payload: Buffer): Change | undefined {
  const cells = parseJson(payload.toString('utf8'))
  if (!Array.isArray(cells)) return undefined
  return toChange(
    cells.map((cell) => {
      if (!isJsonObject(cell)) return typeof cell === 'boolean' || Array.isArray(cell) ? null : cell
      const { base64 } = cell
      return typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : null
    }),
  )
}

function readOwner(payload: Buffer): JournalOwner | undefined {
  const value = parseJson(payload.toString('utf8'))
  if (!isJsonObject(value)) return undefined
  const { workspace, run, process } = value
  if (typeof workspace !== 'string' || typeof run !== 'string' || typeof process !== 'number') return undefined
  return { workspace, run, process }
}
