import { registerTablePlugin } from '@lexical/table'
import fc from 'fast-check'
import type { LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { swallowedText } from '../../../src/core/merge/swallowed-text.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { documents } from '../../core/rich-text/arbitrary.ts'
import { $doEdit, anyEdits, type Edit, gentleEdits } from './edits.ts'
import { type Copy, openHeadless } from './open-headless.ts'

const KEY = ['r1', 'results', 'es'] as const
const prepare = (editor: LexicalEditor) => registerTablePlugin(editor)

/** One character that nothing else holds, so that what is typed can be followed wherever a merge puts it. */
const tokenOf = (name: string, index: number) => String.fromCharCode((name === 'ana' ? 0x4e00 : 0x5e00) + index)

function play(copy: Copy, edits: readonly Edit[], name: string): readonly string[] {
  return edits.map((edit, index) => {
    const token = tokenOf(name, index)
    copy.edit(() => $doEdit(edit, token))
    expect(readDocument(copy.state())).toEqual(copy.read())
    return token
  })
}

/** Two people edit copies of one text apart and exchange them; returns what each had typed, and both copies merged. */
function exchange(base: Uint8Array, edits: { readonly ana: readonly Edit[]; readonly luc: readonly Edit[] }) {
  const ana = openHeadless(base, 1_001, prepare)
  const luc = openHeadless(base, 1_002, prepare)
  play(ana, edits.ana, 'ana')
  play(luc, edits.luc, 'luc')
  const states = [ana.state(), luc.state()] as const
  const before = [plainText(ana.read()), plainText(luc.read())] as const
  ana.merge(states[1])
  luc.merge(states[0])
  return { ana, luc, states, before }
}

const sessions = (edits: fc.Arbitrary<Edit[]>) => fc.record({ ana: edits, luc: edits })

describe('two copies of one text', () => {
  it('show the same after a merge as the plain reader does, and reopen the same without being changed', () => {
    fc.assert(
      fc.property(documents, sessions(anyEdits), (doc, edits) => {
        const base = stateOf(...KEY, [writeDocument(...KEY, doc, 1)])
        const { ana, luc, states } = exchange(base, edits)
        const merged = readDocument(Y.mergeUpdates([...states]))
        expect(ana.read()).toEqual(merged)
        expect(luc.read()).toEqual(merged)
        const made = ana.made.length
        const reopened = openHeadless(ana.state(), 1_003, prepare)
        expect(reopened.read()).toEqual(merged)
        expect(reopened.made).toEqual([])
        expect(ana.made.length).toBe(made)
        for (const copy of [ana, luc, reopened]) copy.close()
      }),
      { numRuns: 150 },
    )
  })

  it('stay one text over several exchanges', () => {
    fc.assert(
      fc.property(fc.array(sessions(anyEdits), { minLength: 2, maxLength: 3 }), (rounds) => {
        let base = stateOf(...KEY, [])
        for (const edits of rounds) {
          const { ana, luc } = exchange(base, edits)
          expect(ana.read()).toEqual(luc.read())
          base = luc.state()
          ana.close()
          luc.close()
        }
      }),
      { numRuns: 100 },
    )
  })

  it('lose and double nothing that was typed while only kinds and formats changed', () => {
    fc.assert(
      fc.property(documents, sessions(gentleEdits), (doc, edits) => {
        const base = stateOf(...KEY, [writeDocument(...KEY, doc, 1)])
        const typing = {
          ana: edits.ana.filter((edit) => edit.what !== 'delete'),
          luc: edits.luc.filter((edit) => edit.what !== 'delete'),
        }
        const { ana, luc, states, before } = exchange(base, typing)
        const text = plainText(ana.read())
        for (const [who, name] of [
          [before[0], 'ana'],
          [before[1], 'luc'],
        ] as const) {
          for (let index = 0; index < 8; index += 1) {
            const token = tokenOf(name, index)
            expect(text.split(token).length).toBe(who.split(token).length)
          }
        }
        expect(swallowedText(states[0], states[1])).toEqual([])
        expect(swallowedText(states[1], states[0])).toEqual([])
        ana.close()
        luc.close()
      }),
      { numRuns: 150 },
    )
  })

  it('name every text that a structural change on the other side swallowed', () => {
    fc.assert(
      fc.property(documents, sessions(anyEdits), (doc, edits) => {
        const base = stateOf(...KEY, [writeDocument(...KEY, doc, 1)])
        const { ana, luc, states, before } = exchange(base, edits)
        const text = plainText(ana.read())
        const lost = [swallowedText(states[0], states[1]), swallowedText(states[1], states[0])] as const
        for (const [side, name] of [
          [0, 'ana'],
          [1, 'luc'],
        ] as const) {
          for (let index = 0; index < 10; index += 1) {
            const token = tokenOf(name, index)
            const isGone = before[side].includes(token) && !text.includes(token)
            expect(isGone && !lost[side].join(' ').includes(token)).toBe(false)
          }
        }
        ana.close()
        luc.close()
      }),
      { numRuns: 150 },
    )
  })
})
