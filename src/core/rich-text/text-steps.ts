import type * as Y from 'yjs'
import { done, type Outcome, refused } from '../problem.ts'
import { cleanText } from './clean-text.ts'
import { deleteRange } from './delete-range.ts'
import { TEXT_BLOCK_KINDS, type TextBlockKind } from './document.ts'
import { insertAt } from './insert-at.ts'
import { openDocument, updateFrom } from './open-document.ts'
import { ATTRIBUTE, rootOf, setAttribute } from './shape.ts'
import { splitsPair } from './surrogates.ts'
import { type TextUnit, textUnits } from './text-lines.ts'
import { walk } from './walk.ts'

/** The update that changes nothing. */
const NOTHING = new Uint8Array([0, 0])

/**
 * Inserts text at a position of the plain text (`plainText`), counted in UTF-16 code units. A line end in the text
 * starts a new block, as Enter does. A position within a surrogate pair counts as before it; combining marks are
 * characters of their own. Where two blocks, or a text and a link, meet, the text on the left is continued, never a link.
 *
 * @param clientId unique to the run that writes, as for every Yjs document
 * @returns an update to append to the field's edits; refused with `position-out-of-range`
 */
export function insertText(
  state: Uint8Array,
  at: number,
  text: string,
  clientId: number,
  field = '',
): Outcome<Uint8Array> {
  return step(state, clientId, (doc) => {
    const units = textUnits(walk(rootOf(doc)))
    const length = lengthOf(units)
    if (!isWithin(at, length)) return refused({ code: 'position-out-of-range', field, at, length })
    return done(() => insertAt(rootOf(doc), units, roundDown(units, at), cleanText(text)))
  })
}

/**
 * Deletes `length` code units of the plain text from `at`. A deleted `\n` joins the blocks around it; notes and
 * citations inside the range go with it, those at its ends stay. Separators within a table are its structure and stay,
 * unless the whole table and a line end beside it are in the range. A range that cuts a surrogate pair takes it whole.
 *
 * @returns an update to append to the field's edits; refused with `position-out-of-range`
 */
export function deleteText(
  state: Uint8Array,
  at: number,
  length: number,
  clientId: number,
  field = '',
): Outcome<Uint8Array> {
  return step(state, clientId, (doc) => {
    const units = textUnits(walk(rootOf(doc)))
    const total = lengthOf(units)
    const end = at + length
    if (!isWithin(at, total)) return refused({ code: 'position-out-of-range', field, at, length: total })
    if (!isWithin(end, total) || end < at)
      return refused({ code: 'position-out-of-range', field, at: end, length: total })
    if (length === 0) return done(() => {})
    return done(() => deleteRange(units, roundDown(units, at), roundUp(units, end)))
  })
}

/**
 * Gives the block at `index` of `readDocument` another kind. Only an attribute changes, so that a colleague's typing in
 * the same block survives.
 *
 * @returns an update to append; refused with `position-out-of-range`, or `wrong-value` for a table
 */
export function setBlockKind(
  state: Uint8Array,
  index: number,
  kind: TextBlockKind,
  clientId: number,
  field = '',
): Outcome<Uint8Array> {
  return step(state, clientId, (doc) => {
    const blocks = walk(rootOf(doc))
    const block = blocks[index]
    if (!block) return refused({ code: 'position-out-of-range', field, at: index, length: blocks.length })
    const element = block.element
    if (block.kind === 'table' || !element || !TEXT_BLOCK_KINDS.includes(kind)) {
      return refused({ code: 'wrong-value', field, expected: TEXT_BLOCK_KINDS.join(', ') })
    }
    return done(() => {
      if (block.kind !== kind) setAttribute(element, ATTRIBUTE.kind, kind)
    })
  })
}

function step(state: Uint8Array, clientId: number, plan: (doc: Y.Doc) => Outcome<() => void>): Outcome<Uint8Array> {
  const doc = openDocument([state])
  const planned = plan(doc)
  const outcome = planned.ok ? done(updateFrom(doc, clientId, planned.value) ?? NOTHING) : planned
  doc.destroy()
  return outcome
}

function isWithin(at: number, length: number): boolean {
  return Number.isInteger(at) && at >= 0 && at <= length
}

function lengthOf(units: readonly TextUnit[]): number {
  return units.at(-1)?.end ?? 0
}

function roundDown(units: readonly TextUnit[], at: number): number {
  return cutsPair(units, at) ? at - 1 : at
}

function roundUp(units: readonly TextUnit[], at: number): number {
  return cutsPair(units, at) ? at + 1 : at
}

function cutsPair(units: readonly TextUnit[], at: number): boolean {
  return units.some((unit) =>
    unit.cells.some((cell) =>
      cell.some((line) =>
        line.leaves.some((leaf) => leaf.start < at && at < leaf.end && splitsPair(leaf.text, at - leaf.start)),
      ),
    ),
  )
}
