import type { Store } from '../../core/store.ts'
import type { WorkspaceSizes } from '../../ipc/shapes.ts'
import { lengthOfFile } from '../file/container.ts'
import type { OpenFile } from '../workspace-file.ts'

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
  return {
    historyBytes: log,
    recordBytes: projections,
    attachments: attachments.length,
    attachmentBytes: bytes,
    limitShare: limitShare(image, lengthOfFile(image, attachments)),
  }
}

/** The same for an open window, which asks often: from the lengths alone, without reading a row. */
export function sizesNow({
  fingerprint,
  workspace: { store },
}: Pick<OpenFile, 'fingerprint' | 'workspace'>): WorkspaceSizes {
  const imageBytes = store.imageLength()
  const fileBytes = Math.max(imageBytes, fingerprint?.size ?? 0)
  return {
    imageBytes,
    attachments: store.attachments().length,
    attachmentBytes: fingerprint && store.attachments().length > 0 ? fileBytes - imageBytes : 0,
    limitShare: limitShare(imageBytes, fileBytes),
    limits: LIMITS,
  }
}

function limitShare(image: number, file: number): number {
  return Math.round(Math.max(image / LIMITS.image, file / LIMITS.file) * 1_000) / 1_000
}
