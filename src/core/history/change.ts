import type { Json } from '../model/json.ts'

/**
 * One immutable act of one person. A workspace is a set of these; everything else is computed from them.
 *
 * `op` is an open string: a change that this version does not understand is kept, travels on, and is applied by the
 * version that does.
 */
export type Change = {
  /** The hybrid-clock stamp (`stamp.ts`): names the change and orders it. Unique because the actor in it is. */
  readonly id: string
  /** The author's own wall time in ms since 1970, as people are shown it; never used to order. */
  readonly at: number
  /** The author's name as they gave it. */
  readonly author: string
  /** The id of the record, brief, theme … that is changed. */
  readonly subject: string
  /** The subject's kind, repeated on each change so that a subject needs no creation event. */
  readonly kind: string
  readonly field: string
  /** The language of a localized field, else the empty string. */
  readonly locale: string
  readonly op: Op | (string & {})
  /** `set`: the whole value. `add`: the element. `edit`: a Yjs update. `remove`: null. */
  readonly value: Json | Uint8Array
  /** Ids of the changes of this field whose values the author saw and replaced (`set`, `add`) or took away (`remove`). */
  readonly replaces: readonly string[]
}

/** The operations that this version understands. */
export type Op = 'set' | 'add' | 'remove' | 'edit'

/** Names one field in one language; the parts can hold no colon. */
export function fieldKey(field: string, locale: string): string {
  return locale === '' ? field : `${field}:${locale}`
}
