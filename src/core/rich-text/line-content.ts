import type { Inline } from './document.ts'
import { inlineOf } from './read-document.ts'
import type { Element } from './shape.ts'
import type { Leaf } from './text-lines.ts'
import type { Piece } from './walk.ts'

/** The inline content after an offset into a line's plain text. Notes and citations at the offset belong to the left. */
export function contentAfter(pieces: readonly Piece[], offset: number): readonly Inline[] {
  let at = 0
  const visit = (list: readonly Piece[]): readonly Inline[] =>
    list.flatMap((piece): readonly Inline[] => {
      if (piece.kind === 'link') {
        const content = visit(piece.pieces)
        return content.length === 0 ? [] : [{ kind: 'link', url: piece.url, content }]
      }
      const start = at
      at += piece.kind === 'text' ? piece.text.length : piece.kind === 'break' ? 1 : 0
      if (piece.kind === 'text' && start < offset && offset < at) {
        return [{ kind: 'text', text: piece.text.slice(offset - start), marks: piece.marks }]
      }
      return at > offset && start >= offset ? [inlineOf(piece)] : []
    })
  return visit(pieces)
}

/**
 * Deletes what stands between two positions of a line: characters, breaks, and the notes and citations strictly
 * between; with `toEnd`, those at `to` as well. A link that loses all its text goes too.
 */
export function clearLeaves(leaves: readonly Leaf[], from: number, to: number, toEnd = false): void {
  const isWhole = (leaf: Leaf) =>
    leaf.start === leaf.end && leaf.kind !== 'text'
      ? from < leaf.start && (leaf.start < to || (toEnd && leaf.start === to))
      : from <= leaf.start && leaf.end <= to
  const emptied = new Set<Element>()
  for (const leaf of leaves) {
    if (leaf.link && leaves.every((other) => other.link !== leaf.link || isWhole(other))) emptied.add(leaf.link)
  }
  for (const leaf of leaves.toReversed()) {
    if (leaf.link && emptied.has(leaf.link)) continue
    const start = Math.max(from, leaf.start)
    const end = Math.min(to, leaf.end)
    if ('element' in leaf.at) {
      if (isWhole(leaf)) removeElement(leaf.at.element)
    } else if (end > start) {
      // A line end of two characters counts as one: it goes as a whole.
      const isBreak = leaf.kind === 'break'
      leaf.at.text.delete(leaf.at.index + (isBreak ? 0 : start - leaf.start), isBreak ? leaf.at.length : end - start)
    }
  }
  for (const link of emptied) removeElement(link)
}

/** Takes an element out of the one that holds it. */
export function removeElement(element: Element): void {
  const parent = element.parent as Element
  parent.delete(indexIn(parent, element), 1)
}

/** Where an element stands in the one that holds it. */
export function indexIn(parent: Element, child: unknown): number {
  return (parent.toArray() as readonly unknown[]).indexOf(child)
}
