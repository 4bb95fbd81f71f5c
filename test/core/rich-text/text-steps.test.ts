import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/core/problem.ts'
import type { Inline, RichDocument, TextBlockKind } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { splitsPair } from '../../../src/core/rich-text/surrogates.ts'
import { deleteText, insertText, setBlockKind } from '../../../src/core/rich-text/text-steps.ts'
import { writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { documents, someText, tablelessDocuments } from './arbitrary.ts'

const KEY = ['r1', 'body', 'es'] as const
const stateWith = (doc: RichDocument) => stateOf(...KEY, [writeDocument(...KEY, doc, 1)])
const after = (state: Uint8Array, outcome: Outcome<Uint8Array>) => {
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return stateOf(...KEY, [state, outcome.value])
}
const textOf = (state: Uint8Array) => plainText(readDocument(state))
const text = (value: string): Inline => ({ kind: 'text', text: value, marks: [] })
const block = (kind: TextBlockKind, ...content: Inline[]) => ({ kind, indent: 0, content })

const roundDown = (value: string, at: number) => (splitsPair(value, at) ? at - 1 : at)
const roundUp = (value: string, at: number) => (splitsPair(value, at) ? at + 1 : at)

describe('text steps against a plain string', () => {
  it('insert and delete exactly as the string does, at whole characters', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          do: fc.constant('insert' as const),
          at: fc.nat(),
          text: fc.oneof(someText, fc.constantFrom('uno\ndos', '\n', '\n\nfin')),
        }),
        fc.record({ do: fc.constant('delete' as const), at: fc.nat(), length: fc.nat(12) }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(tablelessDocuments, steps, (doc, list) => {
        let state = stateWith(doc)
        let model = textOf(state)
        for (const step of list) {
          const at = step.at % (model.length + 1)
          if (step.do === 'insert') {
            const from = roundDown(model, at)
            state = after(state, insertText(state, at, step.text, 5))
            model = model.slice(0, from) + step.text + model.slice(from)
          } else {
            const to = Math.min(at + step.length, model.length)
            state = after(state, deleteText(state, at, to - at, 5))
            model = to === at ? model : model.slice(0, roundDown(model, at)) + model.slice(roundUp(model, to))
          }
          expect(textOf(state)).toBe(model)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('insert into documents with tables as the string does too', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.oneof(someText, fc.constant('uno\ndos')), (doc, seed, added) => {
        const state = stateWith(doc)
        const model = textOf(state)
        const at = seed % (model.length + 1)
        const from = roundDown(model, at)
        expect(textOf(after(state, insertText(state, at, added, 5)))).toBe(
          model.slice(0, from) + added + model.slice(from),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('delete within tables only characters, and never lose what is outside the range', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(30), (doc, seed, length) => {
        const state = stateWith(doc)
        const model = textOf(state)
        const at = seed % (model.length + 1)
        const to = Math.min(at + length, model.length)
        const result = textOf(after(state, deleteText(state, at, to - at, 5)))
        const bare = (value: string) => value.replaceAll(/[\t\n]/g, '')
        const from = to === at ? at : roundDown(model, at)
        expect(bare(result)).toBe(bare(model.slice(0, from) + model.slice(to === at ? to : roundUp(model, to))))
      }),
      { numRuns: 300 },
    )
  })
})

describe('text steps', () => {
  it('refuse positions outside of the text, with its length', () => {
    const state = stateWith({ blocks: [block('paragraph', text('Agua'))] })
    const refusal = (at: number) => ({
      ok: false,
      problem: { code: 'position-out-of-range', field: 'body', at, length: 4 },
    })
    expect(insertText(state, 5, 'x', 5, 'body')).toEqual(refusal(5))
    expect(insertText(state, -1, 'x', 5, 'body')).toEqual(refusal(-1))
    expect(insertText(state, 0.5, 'x', 5, 'body')).toEqual(refusal(0.5))
    expect(deleteText(state, 2, 3, 5, 'body')).toEqual(refusal(5))
    expect(deleteText(state, 2, -1, 5, 'body')).toEqual(refusal(1))
  })

  it('never cut an emoji, and leave combining marks alone', () => {
    const state = stateWith({ blocks: [block('paragraph', text('a🌍e\u0301'))] })
    expect(textOf(after(state, insertText(state, 2, '-', 5)))).toBe('a-🌍e\u0301')
    expect(textOf(after(state, deleteText(state, 2, 1, 5)))).toBe('ae\u0301')
    expect(textOf(after(state, deleteText(state, 0, 2, 5)))).toBe('e\u0301')
    expect(textOf(after(state, deleteText(state, 4, 1, 5)))).toBe('a🌍e')
  })

  it('write into an empty field, and where only a note stands', () => {
    const empty = stateWith({ blocks: [] })
    expect(readDocument(after(empty, insertText(empty, 0, 'Hola', 5))).blocks).toEqual([
      block('paragraph', text('Hola')),
    ])
    const note: Inline = { kind: 'note', text: 'Acta' }
    const noted = stateWith({ blocks: [block('quote', note)] })
    expect(readDocument(after(noted, insertText(noted, 0, 'Hola', 5))).blocks).toEqual([
      block('quote', text('Hola'), note),
    ])
  })

  it('continue the text before a link and a note, not the link', () => {
    const link: Inline = { kind: 'link', url: 'https://example.org/', content: [text('red')] }
    const note: Inline = { kind: 'note', text: 'Acta' }
    const state = stateWith({ blocks: [block('paragraph', link, note, text('fin'))] })
    expect(readDocument(after(state, insertText(state, 3, ' nacional', 5))).blocks).toEqual([
      block('paragraph', link, text(' nacional'), note, text('fin')),
    ])
  })

  it('drop a link that loses its text, and a note inside the range but not at its end', () => {
    const link: Inline = { kind: 'link', url: 'https://example.org/', content: [text('red')] }
    const note: Inline = { kind: 'note', text: 'Acta' }
    const state = stateWith({ blocks: [block('paragraph', text('a'), note, link, note)] })
    expect(readDocument(after(state, deleteText(state, 0, 4, 5))).blocks).toEqual([block('paragraph', note)])
  })

  it('start new blocks of a fitting kind at line ends', () => {
    const state = stateWith({
      blocks: [{ kind: 'bullet', indent: 2, content: [text('unodos')] }, block('heading-2', text('Título'))],
    })
    expect(readDocument(after(state, insertText(state, 3, '\n', 5))).blocks.slice(0, 2)).toEqual([
      { kind: 'bullet', indent: 2, content: [text('uno')] },
      { kind: 'bullet', indent: 2, content: [text('dos')] },
    ])
    expect(readDocument(after(state, insertText(state, 13, '\nTexto', 5))).blocks.slice(1)).toEqual([
      block('heading-2', text('Título')),
      block('paragraph', text('Texto')),
    ])
  })

  it('take a whole table away only together with a line end beside it', () => {
    const cell = (value: string) => [block('paragraph', text(value))]
    const table = { kind: 'table' as const, header: false, rows: [{ cells: [cell('uno'), cell('dos')] }] }
    const state = stateWith({ blocks: [block('paragraph', text('Antes')), table, block('paragraph', text('Después'))] })
    expect(textOf(after(state, deleteText(state, 6, 7, 5)))).toBe('Antes\n\t\nDespués')
    expect(textOf(after(state, deleteText(state, 5, 8, 5)))).toBe('Antes\nDespués')
    expect(textOf(after(state, deleteText(state, 3, 12, 5)))).toBe('Antespués')
  })

  it('change a kind without touching the text a colleague is typing', () => {
    const state = stateWith({ blocks: [block('paragraph', text('Lecciones'))] })
    const kind = setBlockKind(state, 0, 'heading-2', 5)
    const typing = insertText(state, 9, ' aprendidas', 6)
    expect(kind.ok && typing.ok && readDocument(stateOf(...KEY, [state, kind.value, typing.value])).blocks).toEqual([
      block('heading-2', text('Lecciones aprendidas')),
    ])
  })

  it('keep any typing beside any change of kind, in either order', () => {
    const kinds = fc.constantFrom('paragraph', 'heading-2', 'quote', 'bullet', 'number')
    fc.assert(
      fc.property(tablelessDocuments, fc.nat(), fc.nat(), someText, kinds, (doc, position, which, typed, kind) => {
        const state = stateWith(doc)
        const model = textOf(state)
        const at = roundDown(model, position % (model.length + 1))
        const index = which % Math.max(1, readDocument(state).blocks.length)
        const typing = insertText(state, at, typed, 5)
        const changing = setBlockKind(state, index, kind, 6)
        const merged = stateOf(...KEY, [state, ...(typing.ok && changing.ok ? [changing.value, typing.value] : [])])
        expect(textOf(merged)).toBe(model.slice(0, at) + typed + model.slice(at))
        expect(readDocument(merged).blocks[index] ?? { kind: 'paragraph' }).toMatchObject({ kind })
      }),
      { numRuns: 200 },
    )
  })

  it('refuse a kind for a table, an unknown kind, and a block that is not there', () => {
    const state = stateWith({ blocks: [{ kind: 'table', header: false, rows: [{ cells: [[]] }] }] })
    expect(setBlockKind(state, 0, 'quote', 5, 'body')).toMatchObject({
      ok: false,
      problem: { code: 'wrong-value', field: 'body' },
    })
    expect(setBlockKind(state, 1, 'quote', 5, 'body')).toEqual({
      ok: false,
      problem: { code: 'position-out-of-range', field: 'body', at: 1, length: 1 },
    })
    const plain = stateWith({ blocks: [] })
    expect(setBlockKind(plain, 0, 'heading-9' as TextBlockKind, 5)).toMatchObject({
      ok: false,
      problem: { code: 'wrong-value' },
    })
    expect(setBlockKind(plain, 0, 'quote', 5).ok).toBe(true)
  })
})
