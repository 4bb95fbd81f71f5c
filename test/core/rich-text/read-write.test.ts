import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { clientIdOf } from '../../../src/core/rich-text/client-id.ts'
import { EMPTY_DOCUMENT, type RichDocument } from '../../../src/core/rich-text/document.ts'
import { normalDocument } from '../../../src/core/rich-text/normal-document.ts'
import { isEmpty, plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { seedOf, stateOf } from '../../../src/core/rich-text/seed.ts'
import { UnreadableRichText } from '../../../src/core/rich-text/unreadable.ts'
import { rewriteDocument, writeDocument } from '../../../src/core/rich-text/write-document.ts'
import { documents } from './arbitrary.ts'

const KEY = ['r1', 'results', 'fr'] as const
const written = (doc: RichDocument, id = 1) => stateOf(...KEY, [writeDocument(...KEY, doc, id)])

const FLOOD: RichDocument = {
  blocks: [
    { kind: 'heading-2', indent: 0, content: [{ kind: 'text', text: 'Après la crue', marks: [] }] },
    {
      kind: 'bullet',
      indent: 1,
      content: [
        { kind: 'text', text: 'Trente ', marks: [] },
        { kind: 'text', text: 'bénévoles', marks: ['bold'] },
        { kind: 'note', text: 'Registre communal, 2015.' },
        { kind: 'citation', record: 'UNV-2015-007' },
      ],
    },
    {
      kind: 'table',
      header: true,
      rows: [
        { cells: [[{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: 'Année', marks: [] }] }], []] },
        {
          cells: [
            [
              { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: '2014', marks: [] }] },
              { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: '2015', marks: [] }] },
            ],
            [],
          ],
        },
      ],
    },
  ],
}

describe('the seed', () => {
  it('is the same bytes everywhere, and another for another field or language', () => {
    expect(seedOf('r1', 'results', 'fr')).toEqual(seedOf('r1', 'results', 'fr'))
    expect(seedOf('r1', 'results', 'en')).not.toEqual(seedOf('r1', 'results', 'fr'))
    expect(Buffer.from(seedOf('r1', 'results', 'fr')).toString('hex')).toMatchInlineSnapshot(
      `"0102c6aedaf90d00070104626f64790305626c6f636b0700c6aedaf90d000600"`,
    )
  })

  it('reads as an empty document', () => {
    expect(readDocument(seedOf(...KEY))).toEqual(EMPTY_DOCUMENT)
    expect(readDocument(stateOf(...KEY, []))).toEqual(EMPTY_DOCUMENT)
    expect(isEmpty(readDocument(seedOf(...KEY)))).toBe(true)
  })
})

describe('writing and reading', () => {
  it('gives back any document in its normal form', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(readDocument(written(doc))).toEqual(normalDocument(doc))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps a normal form normal', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(normalDocument(normalDocument(doc))).toEqual(normalDocument(doc))
      }),
    )
  })

  it('makes the same bytes of the same input, so that importing a source twice is importing it once', () => {
    fc.assert(
      fc.property(documents, (doc) => {
        const update = writeDocument(...KEY, doc, 7)
        expect(writeDocument(...KEY, doc, 7)).toEqual(update)
        expect(readDocument(stateOf(...KEY, [update, writeDocument(...KEY, doc, 7)]))).toEqual(normalDocument(doc))
      }),
    )
  })

  it('never lets two contents pass for one, even with the same number', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const ours = writeDocument(...KEY, a, 7)
        const theirs = writeDocument(...KEY, b, 7)
        expect(readDocument(stateOf(...KEY, [ours, theirs]))).toEqual(readDocument(stateOf(...KEY, [theirs, ours])))
      }),
    )
  })

  it('reads plain text with tabs between cells and a line for each block', () => {
    expect(plainText(FLOOD)).toBe('Après la crue\nTrente bénévoles\nAnnée\t\n2014\n2015\t')
    expect(plainText(readDocument(written(FLOOD)))).toBe(plainText(FLOOD))
  })

  it('knows an empty document from one with only a note', () => {
    expect(
      isEmpty({ blocks: [{ kind: 'bullet', indent: 0, content: [{ kind: 'text', text: ' ', marks: [] }] }] }),
    ).toBe(true)
    expect(isEmpty({ blocks: [{ kind: 'paragraph', indent: 0, content: [{ kind: 'note', text: 'Voir' }] }] })).toBe(
      false,
    )
  })

  it('keeps the text of an unsafe link and drops the address', () => {
    const doc: RichDocument = {
      blocks: [
        {
          kind: 'paragraph',
          indent: 0,
          content: [{ kind: 'link', url: 'javascript:alert(1)', content: [{ kind: 'text', text: 'ici', marks: [] }] }],
        },
      ],
    }
    expect(readDocument(written(doc)).blocks).toEqual([
      { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: 'ici', marks: [] }] },
    ])
  })
})

describe('rewriting', () => {
  it('turns any document into any other', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const state = written(before)
        const update = rewriteDocument(state, after, 2)
        const result = readDocument(stateOf(...KEY, update ? [state, update] : [state]))
        expect(result).toEqual(normalDocument(after))
        expect(update === null).toBe(JSON.stringify(normalDocument(before)) === JSON.stringify(normalDocument(after)))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps what a colleague wrote meanwhile in a paragraph that stays', () => {
    const state = written(FLOOD)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const bullet = doc.getXmlElement('body').get(1) as Y.XmlElement
    ;(bullet.get(0) as Y.XmlText).insert(0, 'Plus de ')
    const theirs = Y.encodeStateAsUpdate(doc)
    const [heading, ...rest] = FLOOD.blocks
    const ours = rewriteDocument(
      state,
      {
        blocks: [
          { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: 'Dakar, 2015', marks: [] }] },
          ...rest,
        ],
      },
      3,
    )
    expect(heading?.kind).toBe('heading-2')
    expect(plainText(readDocument(stateOf(...KEY, [theirs, ours ?? new Uint8Array()])))).toMatch(
      /^Dakar, 2015\nPlus de Trente bénévoles\n/,
    )
  })

  it('makes the same bytes when two people import the same new version apart', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const state = written(before)
        expect(rewriteDocument(state, after, 2)).toEqual(rewriteDocument(written(before), after, 2))
      }),
    )
  })
})

describe('merging', () => {
  it('gives the same document in any order and with repetitions', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(documents, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (base, edits, order) => {
          const first = writeDocument(...KEY, base, 1)
          const state = stateOf(...KEY, [first])
          const updates = [first, ...edits.flatMap((doc, index) => rewriteDocument(state, doc, 10 + index) ?? [])]
          const shuffled = updates
            .map((update) => ({ update, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
          const expected = readDocument(stateOf(...KEY, updates))
          expect(
            readDocument(
              stateOf(
                ...KEY,
                shuffled.map((entry) => entry.update),
              ),
            ),
          ).toEqual(expected)
          expect(readDocument(stateOf(...KEY, [...updates, ...updates]))).toEqual(expected)
          expect(readDocument(stateOf(...KEY, [Y.mergeUpdates(updates)]))).toEqual(expected)
        },
      ),
    )
  })

  it('keeps an edit whose predecessors are missing until they come', () => {
    const first = writeDocument(...KEY, FLOOD, 1)
    const second =
      rewriteDocument(stateOf(...KEY, [first]), { blocks: FLOOD.blocks.slice(0, 1) }, 2) ?? new Uint8Array()
    const waiting = stateOf(...KEY, [second])
    expect(readDocument(stateOf(...KEY, [waiting, first]))).toEqual(readDocument(stateOf(...KEY, [first, second])))
  })
})

const outcomeOf = (state: Uint8Array) => {
  try {
    return Array.isArray(readDocument(state).blocks) ? 'read' : 'wrong'
  } catch (error) {
    return error instanceof UnreadableRichText ? error.name : error
  }
}

describe('what cannot be read', () => {
  it('says which update is damaged', () => {
    const good = writeDocument(...KEY, FLOOD, 1)
    const torn = good.slice(0, good.length - 9)
    expect(() => stateOf(...KEY, [good, torn])).toThrow(UnreadableRichText)
    expect(() => stateOf(...KEY, [good, torn])).toThrow(
      expect.objectContaining({ index: 1, name: 'UnreadableRichText' }),
    )
    expect(() => readDocument(new Uint8Array())).toThrow(UnreadableRichText)
    expect(() => readDocument(new TextEncoder().encode('no update at all'))).toThrow(UnreadableRichText)
  })

  it('reads any damaged state or refuses it with the named error, and never anything else', () => {
    const good = written(FLOOD)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = good.slice()
          for (const [at, value] of changes) bytes[at] = value
          expect(['read', 'UnreadableRichText']).toContain(outcomeOf(bytes))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('gives the text of nodes it does not know, however deep', () => {
    const doc = new Y.Doc()
    const root = doc.getXmlElement('body')
    let parent: Y.XmlElement = root
    for (let depth = 0; depth < 3_000; depth += 1) {
      const child = new Y.XmlElement(depth === 0 ? 'callout' : 'box')
      parent.insert(0, [child])
      parent = child
    }
    parent.insert(0, [new Y.XmlText('au fond')])
    root.insert(1, [new Y.XmlText('dehors')])
    const block = new Y.XmlElement('block')
    block.setAttribute('__kind', 5 as unknown as string)
    block.setAttribute('__level', 'many')
    block.insert(0, [new Y.XmlText('kind inconnu')])
    root.insert(2, [block])
    expect(readDocument(Y.encodeStateAsUpdate(doc))).toEqual({
      blocks: ['au fond', 'dehors', 'kind inconnu'].map((text) => ({
        kind: 'paragraph',
        indent: 0,
        content: [{ kind: 'text', text, marks: [] }],
      })),
    })
  })
})

describe('client ids', () => {
  it('are 32-bit, the same everywhere, and far apart for near texts', () => {
    expect(clientIdOf('')).toMatchInlineSnapshot(`2872998923`)
    expect(clientIdOf('r1\nresults\nfr')).toMatchInlineSnapshot(`3744896838`)
    const ids = new Set(Array.from({ length: 5_000 }, (_, index) => clientIdOf(`r${index}`)))
    expect(ids.size).toBe(5_000)
    expect([...ids].every((id) => Number.isInteger(id) && id >= 0 && id <= 0xffffffff)).toBe(true)
  })
})
