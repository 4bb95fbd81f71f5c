import { type FoldedRecord, foldSegments } from './fold-segments.ts'
import type { FrozenViews } from './frozen-layout.ts'
import { type FrozenSegment, openFrozen } from './frozen-segment.ts'
import { createFresh, type FreshSegment } from './fresh-segment.ts'
import type { Segment } from './segment.ts'
import type { WeighedWords } from './weigh-words.ts'

/** Where a record lies, and what it was indexed from: its texts, and the state of its changes. */
export type Place = FoldedRecord

/** Which records hold which words. Records are known by their slot, a small number that the library gives them. */
export type TextIndex = {
  /** Where to look: a record lies in one of them. */
  readonly segments: () => readonly Segment[]
  readonly place: (slot: number) => Place | undefined
  readonly size: () => number
  /** Indexes a record in a slot that holds none. */
  readonly add: (slot: number, record: Pick<Place, 'id' | 'hash' | 'mark'>, words: WeighedWords) => void
  readonly remove: (slot: number) => void
  /** Whether what was added should be folded before more is; `isIdle` where nothing else waits. */
  readonly isFull: (isIdle: boolean) => boolean
  /** Goes on folding what was added into one compact segment; false when there is nothing left to do. */
  readonly fold: () => boolean
  /** Takes a compact segment instead of what is there; `slots` are those of its records, −1 for those not wanted. */
  readonly adopt: (buffer: ArrayBuffer, views: FrozenViews, slots: Int32Array) => void
  /** The compact segment as it can be kept; null where there is none, or it is the one that was kept. */
  readonly buffer: () => ArrayBuffer | null
}

/** So many records are folded at once at least, and at most, while a workspace is indexed for the first time. */
const FEWEST = 1_000
const MOST = 4_000

/** Makes an empty index. With nothing else to do, it folds from `foldFrom` records on. */
export function createTextIndex(foldFrom: number): TextIndex {
  const places = new Map<number, Place>()
  let frozen: FrozenSegment | null = null
  let adopted: ArrayBuffer | null = null
  let fresh = createFresh()
  let folding: { readonly fresh: FreshSegment; readonly records: readonly Place[]; readonly job: FoldJob } | null = null

  function startFold(): void {
    const sources = [...(frozen ? [frozen] : []), fresh]
    const records = sources.flatMap((segment) => placesIn(segment))
    folding = { fresh, records, job: foldSegments(sources, records) }
    fresh = createFresh()
  }

  function placesIn(segment: Segment): readonly Place[] {
    return Array.from({ length: segment.records() }, (_, record) => segment.slotOf(record)).flatMap((slot) => {
      const place = slot < 0 ? undefined : places.get(slot)
      return place ? [place] : []
    })
  }

  function finishFold(buffer: ArrayBuffer, views: FrozenViews, records: readonly Place[]): void {
    const slots = Int32Array.from(records, ({ segment, record }) => segment.slotOf(record))
    const folded = openFrozen(buffer, views, slots)
    records.forEach((place, record) => {
      const slot = slots[record] ?? -1
      if (slot < 0) folded.take(record)
      else places.set(slot, { ...place, segment: folded, record })
    })
    frozen = folded
  }

  return {
    segments: () => [...(frozen ? [frozen] : []), ...(folding ? [folding.fresh] : []), fresh],
    place: (slot) => places.get(slot),
    size: () => places.size,
    add(slot, { id, hash, mark }, words) {
      places.set(slot, { segment: fresh, record: fresh.add(slot, words), id, hash, mark })
    },
    remove(slot) {
      const place = places.get(slot)
      if (!place) return
      places.delete(slot)
      // What is being folded must stay as it is; the words of hidden records are counted down afterwards.
      if (folding && place.segment !== fresh) place.segment.hide(place.record)
      else place.segment.take(place.record)
    },
    isFull(isIdle) {
      const most = Math.max(FEWEST, Math.min(MOST, (frozen?.records() ?? 0) / 4))
      return fresh.records() >= (isIdle ? foldFrom : most)
    },
    fold() {
      if (!folding) startFold()
      if (!folding) return false
      const { records, job } = folding
      const next = job.next()
      if (next.done !== true) return true
      folding = null
      finishFold(next.value.buffer, next.value.views, records)
      return false
    },
    adopt(buffer, views, slots) {
      const taken = openFrozen(buffer, views, slots)
      for (let record = 0; record < slots.length; record += 1) {
        const slot = slots[record] ?? -1
        const [hash, mark] = [views.hashes[record] ?? 0, views.marks[record] ?? 0]
        if (slot < 0) taken.take(record)
        else places.set(slot, { segment: taken, record, id: taken.ids.at(record), hash, mark })
      }
      frozen = taken
      adopted = buffer
    },
    buffer: () => (frozen === null || frozen.buffer === adopted ? null : frozen.buffer),
  }
}

type FoldJob = ReturnType<typeof foldSegments>
