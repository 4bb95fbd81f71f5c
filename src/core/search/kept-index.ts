import { type FrozenViews, isSealed, readFrozen } from './frozen-layout.ts'
import { readPacked } from './packed-texts.ts'

/** An index that was kept and is whole. */
export type KeptIndex = { readonly buffer: ArrayBuffer; readonly views: FrozenViews; readonly slots: Int32Array }

/** So many records are looked at before anybody else gets a turn. */
const PIECE = 2_000

/**
 * Puts a kept index together from its pieces, one at a time. Null where it is damaged, cut off or of other rules.
 *
 * @param slotFor The slot of a record that is as it was when it was indexed; −1 for one that changed or went.
 */
export function* readKept(
  pieces: Iterable<Uint8Array>,
  slotFor: (id: string, mark: number) => number,
): Generator<undefined, KeptIndex | null> {
  const list: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    list.push(piece)
    length += piece.length
    yield
  }
  const buffer = new ArrayBuffer(length)
  const bytes = new Uint8Array(buffer)
  let at = 0
  for (const piece of list) {
    bytes.set(piece, at)
    at += piece.length
  }
  yield
  const views = length % 4 === 0 ? readFrozen(buffer) : null
  if (!views || !(yield* isSealed(buffer))) return null
  const ids = readPacked(views.idUnits, views.idStarts)
  const slots = new Int32Array(ids.count)
  for (let record = 0; record < ids.count; record += 1) {
    slots[record] = slotFor(ids.at(record), views.marks[record] ?? 0)
    if (record % PIECE === 0) yield
  }
  return { buffer, views, slots }
}
