import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichDocument } from '../../../src/core/rich-text/document.ts'
import { normalDocument } from '../../../src/core/rich-text/normal-document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { takeBackEdits } from '../../../src/core/rich-text/take-back.ts'
import { insertText } from '../../../src/core/rich-text/text-steps.ts'
import { rewriteDocument, writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { must } from '../../support/engine.ts'
import { documents } from './arbitrary.ts'

const KEY = ['r1', 'results', 'fr'] as const
const read = (edits: readonly Uint8Array[]) => readDocument(stateOf(...KEY, edits))
const all = (edits: readonly Uint8Array[], gone: readonly Uint8Array[]) =>
  edits.map((update) => ({ update, takenBack: gone.includes(update) }))

function says(text: string): RichDocument {
  return { blocks: [{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text, marks: [] }] }] }
}

/** What turns the text that some edits make into another one. */
function rewritten(edits: readonly Uint8Array[], doc: RichDocument, clientId: number): Uint8Array {
  return rewriteDocument(stateOf(...KEY, edits), doc, clientId) ?? new Uint8Array([0, 0])
}

describe('taking edits of a rich text back', () => {
  it('puts back what was there, whatever it was, and what came in its place the second time', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const first = writeDocument(...KEY, before, 1)
        const second = rewritten([first], after, 2)
        const back = takeBackEdits(...KEY, all([first, second], [second]))
        const withBack = [first, second, ...(back ? [back] : [])]
        expect(read(withBack)).toEqual(normalDocument(before))
        const again = takeBackEdits(...KEY, all(withBack, back ? [back] : []))
        expect(read([...withBack, ...(again ? [again] : [])])).toEqual(normalDocument(after))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves what a colleague has written in the same paragraph meanwhile', () => {
    const first = writeDocument(...KEY, says('Trente volontaires sont venus.'), 1)
    const mine = rewritten([first], says('Personne.'), 2)
    const theirs = must(insertText(stateOf(...KEY, [first]), 30, ' La rivière montait.', 7))
    const back = takeBackEdits(...KEY, all([first, mine, theirs], [mine]))
    expect(plainText(read([first, mine, theirs, back as Uint8Array]))).toBe(
      'Trente volontaires sont venus. La rivière montait.',
    )
  })

  it('takes back several edits at once and passes over what cannot be read', () => {
    const first = writeDocument(...KEY, says('Trente volontaires.'), 1)
    const second = rewritten([first], says('Trente et un volontaires.'), 2)
    const broken = new Uint8Array([9, 9, 9])
    const third = rewritten([first, second], says('Trente et un volontaires, dont vingt femmes.'), 3)
    const edits = [first, second, third]
    const back = takeBackEdits(...KEY, all([first, second, broken, third], [second, third]))
    expect(read([...edits, back as Uint8Array])).toEqual(says('Trente volontaires.'))
    expect(takeBackEdits(...KEY, all([first, broken], []))).toBeNull()
  })
})
