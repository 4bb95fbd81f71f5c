import type { FileType } from '../../core/model/file-type.ts'
import type { Given } from '../../core/model/given.ts'
import type { Unsuitable } from '../../core/problem.ts'

/** What is asked of the thread that looks at a stranger's file. */
export type PrepareAsk = {
  readonly bytes: Uint8Array
  /** Keep the file as it is, with everything that it gives away. */
  readonly original: boolean
}

/** A file as it is to be kept: upright, small, without what it gave away; and that, to be shown. */
export type Prepared = {
  readonly type: FileType
  readonly bytes: Uint8Array
  readonly given: Given
  /** Of pictures: their size as they are kept. */
  readonly width?: number
  readonly height?: number
  /** Of pictures: a small JPEG to choose by. */
  readonly thumbnail?: Uint8Array
}

/** The answer: a file to keep, or why it is left out. */
export type PrepareAnswer = { readonly prepared: Prepared } | { readonly unsuitable: Unsuitable }
