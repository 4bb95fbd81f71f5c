import * as Y from 'yjs'
import { buildBlock } from './build.ts'
import type { Block, Inline, TextBlockKind } from './document.ts'
import { clearLeaves, contentAfter, indexIn } from './line-content.ts'
import type { Element } from './shape.ts'
import type { Leaf, TextLine, TextUnit } from './text-lines.ts'

/** Inserts clean text at a position that is within the plain text. Run inside a transaction. */
export function insertAt(root: Element, units: readonly TextUnit[], at: number, text: string): void {
  if (text === '') return
  const line = units.flatMap((unit) => unit.cells.flat()).find((entry) => entry.start <= at && at <= entry.end)
  if (!line)
    root.insert(
      root.length,
      text.split('\n').map((part) => buildBlock(blockWith('paragraph', 0, textInline(part)))),
    )
  else if (line.line.element && text.includes('\n')) insertBlocks(line, line.line.element, at, text.split('\n'))
  // Text outside of any block cannot be split into blocks: a line end within it reads the same.
  else insertInLine(line, root, at, text)
}

function insertBlocks(line: TextLine, element: Element, at: number, parts: readonly string[]): void {
  const parent = element.parent as Element
  const { kind, indent } = line.line
  const index = indexIn(parent, element)
  const following = kind === 'heading-2' || kind === 'heading-3' ? 'paragraph' : kind
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  const between = parts.slice(1, -1).map((part) => buildBlock(blockWith(following, indent, textInline(part))))
  if (at === line.start && line.end > line.start) {
    // At the very start the block itself stays last, so that nothing of it has to move.
    parent.insert(index, [buildBlock(blockWith(kind, indent, textInline(first))), ...between])
    insertInLine(line, parent, at, last)
    return
  }
  const tail = contentAfter(line.line.pieces, at - line.start)
  clearLeaves(line.leaves, at, line.end, true)
  insertInLine(line, parent, at, first)
  parent.insert(index + 1, [...between, buildBlock(blockWith(following, indent, [...textInline(last), ...tail]))])
}

/** Continues the text on the left, else the one on the right. Belongs to a link only where there is link on both sides. */
function insertInLine(line: TextLine, parent: Element, at: number, text: string): void {
  if (text === '') return
  const link = linkAround(line.leaves, at)
  const host = hostFor(line.leaves, link, at)
  if (host && 'text' in host.at) {
    host.at.text.insert(host.at.index + at - host.start, text)
    return
  }
  const container = link ?? line.line.element ?? parent
  const before = line.leaves.findLast((leaf) => leaf.end > leaf.start && leaf.end <= at)
  const holder = before && ((link ? null : before.link) ?? ('text' in before.at ? before.at.text : before.at.element))
  const fresh = new Y.XmlText()
  fresh.insert(0, text)
  container.insert(holder ? indexIn(container, holder) + 1 : 0, [fresh])
}

function linkAround(leaves: readonly Leaf[], at: number): Element | null {
  const left = leaves.find((leaf) => leaf.link && leaf.start < at && at <= leaf.end)?.link
  return left && leaves.some((leaf) => leaf.link === left && at < leaf.end) ? left : null
}

function hostFor(leaves: readonly Leaf[], link: Element | null, at: number): Leaf | undefined {
  const left = leaves.find((leaf) => leaf.kind === 'text' && leaf.link === link && leaf.start < at && at <= leaf.end)
  const right = leaves.find((leaf) => leaf.start === at && leaf.kind !== 'break')
  return left ?? (right?.kind === 'text' && right.link === link ? right : undefined)
}

function blockWith(kind: TextBlockKind, indent: number, content: readonly Inline[]): Block {
  return { kind, indent, content }
}

function textInline(text: string): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, marks: [] }]
}
