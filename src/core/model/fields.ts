/** What the elements of a set field are. The shape of each is in `values.ts`. */
export type ElementType =
  | 'sdg'
  /** A goal or target by its code alone. */
  | 'sdg-code'
  | 'theme'
  | 'country'
  | 'place'
  | 'person'
  | 'organisation'
  | 'volunteers'
  | 'figure'
  | 'record'
  /** A search that was made for a brief: what was asked, when, and which of the records it found were taken or not. */
  | 'searched'
  /** How far one field has come in one language, and what its translator saw of the source. */
  | 'translation'
  /** A file that belongs to the record, by the SHA-256 of what is kept of it. */
  | 'attachment'
  /** A name that somebody has written under, and the name that person is known by. */
  | 'identity'
  /** Two things that look alike and are not the same (`apartKey`). */
  | 'pair'

/** What a field holds. `text` is one line, `long-text` several without formatting, `rich` a formatted document. */
export type FieldType =
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'long-text'; readonly maxLength: number }
  | { readonly type: 'rich' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'flag' }
  | { readonly type: 'period' }
  | { readonly type: 'source' }
  | { readonly type: 'json' }
  | { readonly type: 'set'; readonly element: ElementType }

/** Where a form shows a field: at the top, as a section of the text, among the facts, or not at all. */
export type FieldPlace = 'heading' | 'section' | 'facts' | 'hidden'

/** One field of a kind. Storage, merge, history, search, forms, import and export are driven by this. */
export type Field = FieldType & {
  readonly id: string
  /** Has a value per language, with the record's own language as the source. */
  readonly localized: boolean
  /** How much a match here counts in search; 0 is not searched. */
  readonly weight: number
  readonly place: FieldPlace
}

/** A kind of thing a workspace holds. */
export type Kind = { readonly id: string; readonly fields: readonly Field[] }

/** Longest one-line text a field accepts, in UTF-16 code units. */
export const TEXT_LIMIT = 1_000
/** Longest unformatted text. */
export const LONG_TEXT_LIMIT = 20_000
/** Longest plain text of one rich field; beyond it an import is refused and told so. */
export const RICH_TEXT_LIMIT = 1_000_000
