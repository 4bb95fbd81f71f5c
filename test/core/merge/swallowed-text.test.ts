import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { swallowedText } from '../../../src/core/merge/swallowed-text.ts'
import type { Inline, RichDocument } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { deleteText, insertText, setBlockKind } from '../../../src/core/rich-text/text-steps.ts'
import { UnreadableRichText } from '../../../src/core/rich-text/unreadable.ts'
import { rewriteDocument, writeDocument } from '../../../src/core/rich-text/write-document.ts'
import type { Outcome } from '../../../src/core/problem.ts'

const KEY = ['r1', 'lessons', 'fr'] as const
const paragraph = (...content: Inline[]) => ({ kind: 'paragraph' as const, indent: 0, content })
const text = (value: string): Inline => ({ kind: 'text', text: value, marks: [] })
const stateWith = (doc: RichDocument) => stateOf(...KEY, [writeDocument(...KEY, doc, 1)])
const after = (state: Uint8Array, outcome: Outcome<Uint8Array>) => {
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return stateOf(...KEY, [state, outcome.value])
}
const base = stateWith({ blocks: [paragraph(text('Former les bénévoles.')), paragraph(text('Prévoir un relais.'))] })

describe('text that a merge swallows', () => {
  it('is what one typed into a paragraph that the other took away', () => {
    const mine = after(base, insertText(base, 20, ' avant les pluies', 5))
    const theirs = after(base, deleteText(base, 0, 22, 6))
    expect(plainText(readDocument(Y.mergeUpdates([mine, theirs])))).toBe('Prévoir un relais.')
    expect(swallowedText(mine, theirs)).toEqual([' avant les pluies'])
    expect(swallowedText(theirs, mine)).toEqual([])
  })

  it('is what one typed into a paragraph that the other joined to the one before', () => {
    const mine = after(base, insertText(base, 32, 'bon ', 5))
    const theirs = after(base, deleteText(base, 21, 1, 6))
    expect(swallowedText(mine, theirs)).toEqual(['bon '])
  })

  it('is not what survives a split, though it may stand in the other half', () => {
    const mine = after(base, insertText(base, 15, 'jeunes ', 5))
    const theirs = after(base, insertText(base, 7, '\n', 6))
    expect(plainText(readDocument(Y.mergeUpdates([mine, theirs])))).toContain('jeunes ')
    expect(swallowedText(mine, theirs)).toEqual([])
  })

  it('is what one wrote into a note that the other rewrote', () => {
    const note = (words: string) => ({ blocks: [paragraph(text('Relais'), { kind: 'note', text: words })] })
    const noted = stateWith(note('Registre'))
    const copy = (words: string, client: number) =>
      stateOf(...KEY, [noted, rewriteDocument(noted, note(words), client) ?? new Uint8Array()])
    const mine = copy('Registre communal, 2015', 5)
    const theirs = copy('Entretien, Thiès', 6)
    const lost = [...swallowedText(mine, theirs), ...swallowedText(theirs, mine)]
    expect(lost).toHaveLength(1)
    expect(['Registre communal, 2015', 'Entretien, Thiès']).toContain(lost[0])
  })

  it('is whole where another copy had cut it into pieces', () => {
    const first = after(base, insertText(base, 20, ' avant', 5))
    const mine = after(first, insertText(first, 26, ' les pluies', 5))
    const theirs = after(base, deleteText(base, 0, 22, 6))
    expect(swallowedText(mine, theirs)).toEqual([' avant les pluies'])
  })

  it('is nothing where both only typed, where only kinds changed, or where one had seen it before deleting it', () => {
    const mine = after(base, insertText(base, 0, 'D’abord ', 5))
    const typing = after(base, insertText(base, 21, ' Tôt.', 6))
    const heading = after(base, setBlockKind(base, 0, 'heading-2', 7))
    const knowing = after(mine, deleteText(mine, 0, 8, 8))
    for (const theirs of [typing, heading, knowing]) expect(swallowedText(mine, theirs)).toEqual([])
    expect(swallowedText(mine, mine)).toEqual([])
  })

  it('is never white space alone', () => {
    const mine = after(base, insertText(base, 20, '   ', 5))
    const theirs = after(base, deleteText(base, 0, 22, 6))
    expect(swallowedText(mine, theirs)).toEqual([])
  })

  it('names the copy that cannot be read', () => {
    expect(() => swallowedText(new Uint8Array([9]), base)).toThrow(UnreadableRichText)
    expect(() => swallowedText(base, new Uint8Array([9]))).toThrow(expect.objectContaining({ index: 1 }))
  })

  it('is never missing: every character typed apart is in the merge or in the list', () => {
    const step = fc.record({ at: fc.nat(60), length: fc.nat(25) })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 4 }),
        fc.array(step, { minLength: 1, maxLength: 3 }),
        (typed, deleted) => {
          let mine = base
          typed.forEach(({ at }, index) => {
            const length = plainText(readDocument(mine)).length
            mine = after(mine, insertText(mine, at % (length + 1), String.fromCharCode(0x4e00 + index), 5))
          })
          let theirs = base
          for (const { at, length } of deleted) {
            const size = plainText(readDocument(theirs)).length
            const from = at % (size + 1)
            theirs = after(theirs, deleteText(theirs, from, Math.min(length, size - from), 6))
          }
          const merged = plainText(readDocument(Y.mergeUpdates([mine, theirs])))
          const lost = swallowedText(mine, theirs).join('')
          for (const [index] of typed.entries()) expect(merged + lost).toContain(String.fromCharCode(0x4e00 + index))
        },
      ),
      { numRuns: 300 },
    )
  })
})
