import * as Y from 'yjs'
import { MARKS, type Mark } from './document.ts'

/**
 * What a field's Yjs document looks like: the names under which the editor's binding keeps nodes and properties.
 *
 *   body                     root Y.XmlElement
 *   ├─ block                 __kind (a TextBlockKind, missing = paragraph), __level (indent, missing = 0)
 *   │  ├─ (text)             Y.XmlText; a run's attributes: p.__format (bits below), i (keeps neighbouring runs apart)
 *   │  ├─ linebreak
 *   │  ├─ link               __url; holds text
 *   │  ├─ note               __text
 *   │  └─ citation           __record
 *   └─ table › tablerow › tablecell (__headerState, bit 1 = header row) › block
 *
 * Only values that differ from the default are kept. Attributes that begin with `s_` are node state: every version
 * keeps those it does not know. Golden documents under `test/fixtures/rich-text` hold this shape against upgrades.
 */
export const ROOT = 'body'

/** The element names of the shape above. */
export const NODE = {
  block: 'block',
  lineBreak: 'linebreak',
  link: 'link',
  note: 'note',
  citation: 'citation',
  table: 'table',
  row: 'tablerow',
  cell: 'tablecell',
} as const

/** The attribute names of the shape above. */
export const ATTRIBUTE = {
  kind: '__kind',
  level: '__level',
  url: '__url',
  text: '__text',
  record: '__record',
  header: '__headerState',
} as const

/** Prefix of attributes that carry node state; unknown ones are kept by every version. */
export const STATE_PREFIX = 's_'

/** The bit of `__headerState` that makes a cell part of a header row. */
export const HEADER_ROW = 1

/** The deepest indent of a list line. */
export const MAX_INDENT = 5

const BITS: Readonly<Record<Mark, number>> = {
  bold: 1,
  italic: 2,
  strike: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
}

/** An element of the shape above. */
export type Element = Y.XmlElement

/** The root of a field's document. */
export function rootOf(doc: Y.Doc): Element {
  return doc.get(ROOT, Y.XmlElement<Record<string, string>>)
}

/** Makes an element that is not yet part of a document. */
export function createElement(name: string): Element {
  return new Y.XmlElement(name)
}

/** Reads an attribute as it really is: a document from elsewhere may hold anything there. */
export function getAttribute(element: Element, name: string): unknown {
  return element.getAttribute(name)
}

/** Sets an attribute; Yjs holds numbers too, its types say only text. */
export function setAttribute(element: Element, name: string, value: string | number): void {
  element.setAttribute(name, value as string)
}

/** The marks in format bits, in the order of `MARKS`; bits without a mark are passed over. */
export function marksOf(format: number): readonly Mark[] {
  return MARKS.filter((mark) => (format & BITS[mark]) !== 0)
}

/** The format bits of marks. */
export function formatOf(marks: readonly Mark[]): number {
  return marks.reduce((format, mark) => format | BITS[mark], 0)
}
