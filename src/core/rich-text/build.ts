import * as Y from 'yjs'
import type { Block, Inline, Mark, TextBlock } from './document.ts'
import { ATTRIBUTE, createElement, type Element, formatOf, HEADER_ROW, NODE, setAttribute } from './shape.ts'

/** A run of text with its marks. */
export type TextRun = { readonly text: string; readonly marks: readonly Mark[] }

/** A child of a block as the Yjs document holds it: neighbouring runs share one text. */
export type Child = { readonly kind: 'runs'; readonly runs: readonly TextRun[] } | Exclude<Inline, { kind: 'text' }>

/** Groups inline content, in normal form, into the children that stand for it. */
export function childrenFor(content: readonly Inline[]): readonly Child[] {
  const children: Child[] = []
  for (const inline of content) {
    const last = children.at(-1)
    if (inline.kind !== 'text') children.push(inline)
    else if (last?.kind === 'runs') children[children.length - 1] = { kind: 'runs', runs: [...last.runs, inline] }
    else children.push({ kind: 'runs', runs: [inline] })
  }
  return children
}

/** Builds a block that is not yet part of a document; its content in normal form. */
export function buildBlock(block: Block): Element {
  if (block.kind !== 'table') return buildLine(block)
  const table = createElement(NODE.table)
  table.insert(
    0,
    block.rows.map((row, index) => buildRow(row.cells, block.header && index === 0)),
  )
  return table
}

/** Builds a table row. */
export function buildRow(cells: readonly (readonly TextBlock[])[], header: boolean): Element {
  const row = createElement(NODE.row)
  row.insert(
    0,
    cells.map((cell) => buildCell(cell, header)),
  )
  return row
}

/** Builds a table cell; one without lines gets a place to type in. */
export function buildCell(lines: readonly TextBlock[], header: boolean): Element {
  const cell = createElement(NODE.cell)
  if (header) setAttribute(cell, ATTRIBUTE.header, HEADER_ROW)
  cell.insert(0, linesOrEmpty(lines).map(buildLine))
  return cell
}

/** The lines, or one empty paragraph: a place to type in. */
export function linesOrEmpty<B extends Block>(lines: readonly B[]): readonly (B | TextBlock)[] {
  return lines.length > 0 ? lines : [{ kind: 'paragraph', indent: 0, content: [] }]
}

function buildLine(block: TextBlock): Element {
  const element = createElement(NODE.block)
  if (block.kind !== 'paragraph') setAttribute(element, ATTRIBUTE.kind, block.kind)
  if (block.indent > 0) setAttribute(element, ATTRIBUTE.level, block.indent)
  const children = childrenFor(block.content)
  element.insert(0, children.length > 0 ? children.map(buildChild) : [new Y.XmlText()])
  return element
}

/** Builds one child of a block. */
export function buildChild(child: Child): Element | Y.XmlText {
  switch (child.kind) {
    case 'runs': {
      const text = new Y.XmlText()
      text.applyDelta(
        child.runs.map((run, index) => ({ insert: run.text, attributes: runAttributes(run.marks, index) })),
      )
      return text
    }
    case 'break':
      return createElement(NODE.lineBreak)
    case 'link': {
      const link = createElement(NODE.link)
      setAttribute(link, ATTRIBUTE.url, child.url)
      link.insert(0, childrenFor(child.content).map(buildChild))
      return link
    }
    case 'note': {
      const note = createElement(NODE.note)
      if (child.text !== '') setAttribute(note, ATTRIBUTE.text, child.text)
      return note
    }
    case 'citation': {
      const citation = createElement(NODE.citation)
      setAttribute(citation, ATTRIBUTE.record, child.record)
      return citation
    }
  }
}

/** The attributes of a run, the way the editor's binding writes them: `i` keeps Yjs from joining runs. */
export function runAttributes(marks: readonly Mark[], index: number): Record<string, unknown> {
  const format = formatOf(marks)
  return { ...(format > 0 && { p: { __format: format } }), ...(index > 0 && { i: index }) }
}
