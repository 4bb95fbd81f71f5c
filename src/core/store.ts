import type { Change } from './history/change.ts'
import type { AuthorTally } from './history/who-has-what.ts'
import type { Attachment } from './model/attachment.ts'
import type { Card, FieldText } from './model/card.ts'

/** What is true of a workspace for good: written once when it is made. */
export type WorkspaceHeader = { readonly id: string; readonly createdAt: number }

/** What a set of changes makes of one subject: replaces its earlier projection. `card` is null where it has none. */
export type Projection = {
  readonly subject: string
  readonly card: Card | null
  readonly texts: readonly FieldText[]
  /** Where the subject is a file that belongs to records. */
  readonly attachment?: Attachment
}

/** An attachment and the change that first brought it in. */
export type AddedAttachment = Attachment & { readonly added: string }

/** Raise it when cards or texts are made by other rules: files with older ones are then projected anew when opened. */
export const PROJECTION_VERSION = 1

/** How an image is written. */
export type ImageOptions = {
  /**
   * Equal content gives equal bytes, whoever made it and however it came together. Costs about ten times as much as a
   * plain image, so it is for what other people must arrive at too: after a merge.
   */
  readonly canonical?: boolean
  /** Marks the image as that of a light copy: the bytes of what was attached so far are not in its file. */
  readonly light?: boolean
}

/**
 * Holds one workspace: its log, and projections of it that can be thrown away.
 *
 * Bytes in (`openStore`), bytes out (`toImage`): a store never touches a file.
 */
export type Store = {
  readonly header: WorkspaceHeader
  /** Adds changes (those already there are passed over) and replaces projections, in one transaction: all or nothing. Returns how many changes were new. */
  readonly append: (changes: readonly Change[], projections: readonly Projection[]) => number
  /** Of the ids given, those that the log does not hold. */
  readonly missing: (ids: readonly string[]) => readonly string[]
  /** The changes by these ids that the log holds, in stamp order. */
  readonly changesNamed: (ids: readonly string[]) => readonly Change[]
  /** The subjects in which some change holds a text, an id for example: in a value, or in what was typed. */
  readonly mentioning: (text: string) => readonly string[]
  /** All changes of one subject, in stamp order. */
  readonly changesOf: (subject: string) => readonly Change[]
  /** The whole log in stamp order, without loading it at once. */
  readonly changes: () => Iterable<Change>
  readonly changeIds: () => readonly string[]
  readonly changeCount: () => number
  /** How many changes each subject has, or one alone. */
  readonly changeCounts: (subject?: string) => ReadonlyMap<string, number>
  readonly subjects: () => readonly { readonly subject: string; readonly kind: string }[]
  /** What each author wrote in each subject. */
  readonly authorTallies: () => readonly AuthorTally[]
  /** How many changes are later than a stamp. */
  readonly changesAfter: (stamp: string) => number
  /** The card of one subject, where it has one. */
  readonly card: (subject: string) => Card | undefined
  /** All cards, of one kind or of every kind. */
  readonly cards: (kind?: string) => readonly Card[]
  /** Plain texts, of one subject or of all, grouped by subject. */
  readonly texts: (subject?: string) => Iterable<FieldText>
  /**
   * Every attachment that was ever added, in the order in which that happened: the same for everybody who has the same
   * changes, and new ones come last.
   */
  readonly attachments: () => readonly AddedAttachment[]
  /**
   * The stamp up to which this copy does without the bytes of attachments; the empty text where it has all of them.
   */
  readonly lightUpTo: () => string
  /** How many bytes of values the log holds, and how many the projections. */
  readonly payload: () => { readonly log: number; readonly projections: number }
  /** How long the plain image would be now. */
  readonly imageLength: () => number
  /** Throws every projection away and takes note of this version's rules; the caller appends new ones before the next image. */
  readonly clearProjections: () => void
  /** Whether the projections were made by this version's rules and can be read; otherwise they must be rebuilt. */
  readonly projectionsAreCurrent: () => boolean
  /** The workspace as a SQLite 3 image without its trailer. Throws inside a transaction. */
  readonly toImage: (options?: ImageOptions) => Uint8Array
  /**
   * The plain image, made step by step with turns for others in between, who may go on writing. It is the workspace of
   * one moment, the last: what `beforeLast` writes is in it, and nothing comes between that and the answer.
   */
  readonly toImageInSteps: (beforeLast: () => void) => Generator<undefined, Uint8Array>
  readonly close: () => void
}
