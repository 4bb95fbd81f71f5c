/**
 * Rich text as plain data: what formats read and write, and what the editor's Yjs document means.
 *
 * Lists are flat on purpose: a bullet is a block with a `kind` and an `indent`, not a list node around it. A person
 * who turns a paragraph into a heading or a bullet only changes an attribute, so that a colleague's typing in the
 * same paragraph survives a merge. Writers group neighbouring bullets into real lists (`groupLists`).
 */
export type RichDocument = { readonly blocks: readonly Block[] }

/** The kinds a text block can have. `heading-2` is the largest heading inside a field; titles are fields. */
export const TEXT_BLOCK_KINDS = ['paragraph', 'heading-2', 'heading-3', 'quote', 'bullet', 'number'] as const

/** One of the kinds of text block. */
export type TextBlockKind = (typeof TEXT_BLOCK_KINDS)[number]

/** One block of a rich text. */
export type Block = TextBlock | TableBlock

/** A paragraph, heading, quote or list line. `indent` (0–5) matters for list lines only. */
export type TextBlock = { readonly kind: TextBlockKind; readonly indent: number; readonly content: readonly Inline[] }

/** A table; rows may be ragged after a merge, writers pad them. `header` says the first row is a header row. */
export type TableBlock = { readonly kind: 'table'; readonly header: boolean; readonly rows: readonly TableRow[] }

/** One row of a table: its cells, each a list of text blocks. */
export type TableRow = { readonly cells: readonly (readonly TextBlock[])[] }

/** The marks text can carry. */
export const MARKS = ['bold', 'italic', 'underline', 'strike', 'code', 'subscript', 'superscript'] as const

/** One of the marks. */
export type Mark = (typeof MARKS)[number]

/** What stands inside a block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly url: string; readonly content: readonly Inline[] }
  /** A footnote-like note: its text is kept where it is anchored. */
  | { readonly kind: 'note'; readonly text: string }
  /** A reference to a record as evidence, by record id. */
  | { readonly kind: 'citation'; readonly record: string }

/** A document without any text. */
export const EMPTY_DOCUMENT: RichDocument = { blocks: [] }
