import type { Store } from '../../core/store.ts'
import { lengthOfFile } from '../file/container.ts'

/**
 * What a workspace may grow to and stay comfortable: its tables, which lie in memory, and its file, which has to fit on
 * a stick formatted as FAT32 (4 GiB less one byte) and through a sync client. Explained in `docs/file-format.md`;
 * `bench/growth.ts` measures what a file of a given size costs.
 */
const LIMITS = { image: 500_000_000, file: 4_000_000_000 } as const

/** What takes up room in a workspace. */
export type Sizes = {
  /** What the log holds: everything that anybody ever did. */
  readonly historyBytes: number
  /** What lists and search read: cards and plain texts. */
  readonly recordBytes: number
  readonly attachments: number
  readonly attachmentBytes: number
  /** The largest share of a limit that is used up; above 0.5 it is time to think of a second workspace. */
  readonly limitShare: number
}

/** Measures a workspace. Reads every row, so it is for those who ask. */
export function sizesOf(store: Store): Sizes {
  const { log, projections } = store.payload()
  const attachments = store.attachments()
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0)
  const image = log + projections
  const share = Math.max(image / LIMITS.image, lengthOfFile(image, attachments) / LIMITS.file)
  return {
    historyBytes: log,
    recordBytes: projections,
    attachments: attachments.length,
    attachmentBytes: bytes,
    limitShare: Math.round(share * 1_000) / 1_000,
  }
}
