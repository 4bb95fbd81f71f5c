import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Inline, MARKS, type RichDocument } from '../../../src/core/rich-text/document.ts'
import { normalDocument, normalInlines } from '../../../src/core/rich-text/normal-document.ts'
import { alignBlocks } from '../../../src/core/translation/align.ts'
import { type Coded, fromCoded, toCoded } from '../../../src/core/translation/coded-text.ts'
import { offerUnits, takeReturned } from '../../../src/core/translation/exchange.ts'

const words = fc.stringMatching(/^[a-zé]{1,6}( [a-zé]{1,6}){0,3}$/)
const text = fc.record({ kind: fc.constant('text' as const), text: words, marks: fc.subarray([...MARKS]) })
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.constant<Inline>({ kind: 'break' }),
  fc.record({ kind: fc.constant('note' as const), text: words }),
  fc.record({ kind: fc.constant('citation' as const), record: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('link' as const), url: fc.constant('https://example.org/'), content: fc.array(text) }),
)
const content = fc.array(inline, { maxLength: 6 }).map((inlines) => normalInlines(inlines))
const line = fc.record({
  kind: fc.constantFrom('paragraph' as const, 'heading-2' as const, 'bullet' as const),
  indent: fc.constant(0),
  content: fc.array(inline, { minLength: 1, maxLength: 4 }),
})
const cells = fc.array(
  fc.array(
    line.map((entry) => ({ ...entry, kind: 'paragraph' as const })),
    { maxLength: 2 },
  ),
  {
    minLength: 1,
    maxLength: 2,
  },
)
const table: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('table' as const),
  header: fc.boolean(),
  rows: fc.array(fc.record({ cells }), { minLength: 1, maxLength: 2 }),
})
const document: fc.Arbitrary<RichDocument> = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: table }), {
    maxLength: 6,
  })
  .map((blocks) => normalDocument({ blocks }))

/** What a translator makes of a text who puts a word before it and leaves its codes where they are. */
const marked = (coded: Coded): Coded => ['> ', ...coded]

describe('a text as translators hold it', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(content, (inlines) => {
        const { coded, codes } = toCoded(inlines)
        expect(fromCoded(coded, codes, coded)).toEqual({ ok: true, content: inlines })
      }),
    )
  })

  it('never loses a citation or a note without saying so', () => {
    fc.assert(
      fc.property(content, fc.array(fc.nat(), { maxLength: 5 }), (inlines, gone) => {
        const { coded, codes } = toCoded(inlines)
        const left = coded.filter((_, index) => !gone.includes(index))
        const count = (of: readonly Inline[]) => of.filter(({ kind }) => kind === 'citation' || kind === 'note').length
        const read = fromCoded(left, codes, coded)
        expect(!read.ok || count(read.content) === count(inlines)).toBe(true)
      }),
    )
  })
})

describe('blocks of a translation beside those of its source', () => {
  it('stand in the same order, each once, tables beside tables', () => {
    fc.assert(
      fc.property(document, document, ({ blocks: source }, { blocks: target }) => {
        const aligned = alignBlocks(source, target)
        expect(aligned).toHaveLength(source.length)
        const places = aligned.filter((place) => place !== null)
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
        aligned.forEach((place, at) => {
          if (place !== null) expect(target[place]?.kind === 'table').toBe(source[at]?.kind === 'table')
        })
      }),
    )
  })

  it('are found by kind and length where some were left out or joined', () => {
    const block = (kind: 'heading-2' | 'paragraph', length: number): Block => ({
      kind,
      indent: 0,
      content: [{ kind: 'text', text: 'a'.repeat(length), marks: [] }],
    })
    const source = [block('heading-2', 8), block('paragraph', 200), block('heading-2', 9), block('paragraph', 60)]
    const target = [block('heading-2', 10), block('heading-2', 9), block('paragraph', 70)]
    expect(alignBlocks(source, target)).toEqual([0, null, 1, 2])
  })
})

describe('units that go out and come back', () => {
  it('untouched change nothing, whatever form the translation has', () => {
    fc.assert(
      fc.property(document, document, (source, target) => {
        const offered = offerUnits(source, target)
        const back = takeReturned(source, target, new Map(offered.map((unit) => [unit.path, unit.target])))
        expect(back.document).toEqual(target)
        expect([...back.fates.values()].every((fate) => fate === 'kept')).toBe(true)
      }),
    )
  })

  it('translated are all there, and what the translation had besides stays', () => {
    fc.assert(
      fc.property(document, document, (source, target) => {
        const offered = offerUnits(source, target)
        const back = takeReturned(source, target, new Map(offered.map((unit) => [unit.path, marked(unit.target)])))
        expect([...back.fates.values()].every((fate) => fate === 'new' || fate === 'changed')).toBe(true)
        const there = JSON.stringify(back.document)
        expect(there.match(/> /g) ?? []).toHaveLength(offered.length)
        const aligned = new Set(alignBlocks(source.blocks, target.blocks))
        target.blocks.forEach((block, at) => {
          if (!aligned.has(at)) expect(back.document.blocks).toContainEqual(block)
        })
      }),
    )
  })

  it('into an empty translation make one of the same form', () => {
    fc.assert(
      fc.property(document, (source) => {
        const empty = { blocks: [] }
        const offered = offerUnits(source, empty)
        const back = takeReturned(source, empty, new Map(offered.map((unit) => [unit.path, marked(unit.source)])))
        const without = JSON.parse(JSON.stringify(back.document).replaceAll('> ', '')) as RichDocument
        if (offered.length > 0) expect(normalDocument(without)).toEqual(source)
        expect(back.complete).toBe(true)
      }),
    )
  })
})
