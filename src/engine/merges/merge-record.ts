import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Arriving } from '../../core/merge/arrivals.ts'
import { isJsonObject } from '../../core/model/json.ts'
import type { MergeReport } from '../../core/model/view.ts'
import { parseJson } from '../../storage/change-row.ts'

/** What became of a text that a merge swallowed: nobody has looked at it, put back, or let go. */
export type SwallowedState = 'open' | 'back' | 'let-go'

/** A text that a merge swallowed. */
export type Swallowed = MergeReport['swallowed'][number] & {
  readonly state: SwallowedState
  /** How often these words stood in the field when the merge was done: once more, and they are back. */
  readonly stood: number
}

/** What is kept of one merge, on this computer. */
export type MergeRecord = {
  readonly id: string
  readonly at: number
  readonly how: 'asked' | 'arrived'
  /** The files it came from. */
  readonly from: readonly string[]
  readonly by: readonly Arriving[]
  readonly report: Omit<MergeReport, 'swallowed'>
  readonly swallowed: readonly Swallowed[]
  /** The ids of the changes it brought, and of what did not exist here before. */
  readonly changes: readonly string[]
  readonly created: readonly string[]
  /** The latest change that was known when it was done: later ones were not part of what it met. */
  readonly upTo: string
  /** When it was taken back; null while it stands. */
  readonly undone: number | null
}

/** Writes a record: the SHA-256 of what follows in one line, then the record. */
export function encodeMerge(record: MergeRecord): Uint8Array {
  const text = JSON.stringify(record)
  return Buffer.from(`${digestOf(text)}\n${text}`)
}

/** Reads a record; undefined where it is torn, damaged, or from a version that keeps something else. */
export function decodeMerge(bytes: Uint8Array): MergeRecord | undefined {
  const [digest = '', ...rest] = Buffer.from(bytes).toString('utf8').split('\n')
  const text = rest.join('\n')
  if (digestOf(text) !== digest) return undefined
  const value = parseJson(text)
  // The digest says that this program wrote it; the rest only that it was a version with the same things to keep.
  const isRecord =
    isJsonObject(value) &&
    typeof value['id'] === 'string' &&
    Array.isArray(value['changes']) &&
    isJsonObject(value['report'])
  return isRecord ? (value as unknown as MergeRecord) : undefined
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
