import type {
  Block,
  Inline,
  Mark,
  RichDocument,
  TextBlock,
  TextBlockKind,
} from '../../../src/core/rich-text/document.ts'

type Piece = string | Inline

/** Text with marks. */
export function marked(text: string, ...marks: Mark[]): Inline {
  return { kind: 'text', text, marks }
}

/** A citation of a record. */
export function cite(record: string): Inline {
  return { kind: 'citation', record }
}

/** A footnote-like note. */
export function note(text: string): Inline {
  return { kind: 'note', text }
}

/** A link around plain text. */
export function link(url: string, text: string): Inline {
  return { kind: 'link', url, content: [marked(text)] }
}

/** One text block. */
export function block(kind: TextBlockKind, ...pieces: Piece[]): TextBlock {
  return { kind, indent: 0, content: pieces.map((piece) => (typeof piece === 'string' ? marked(piece) : piece)) }
}

/** A list line nested `indent` deep. */
export function nested(indent: number, kind: 'bullet' | 'number', ...pieces: Piece[]): TextBlock {
  return { ...block(kind, ...pieces), indent }
}

/** A table of plain texts with a header row. */
export function table(...rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    header: true,
    rows: rows.map((cells) => ({ cells: cells.map((text) => [block('paragraph', text)]) })),
  }
}

/** A document of the blocks given. */
export function rich(...blocks: readonly Block[]): RichDocument {
  return { blocks }
}
