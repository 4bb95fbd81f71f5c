import fc from 'fast-check'
import {
  type Block,
  type Inline,
  MARKS,
  type RichDocument,
  TEXT_BLOCK_KINDS,
  type TextBlock,
} from '../../../src/core/rich-text/document.ts'

const WORDS = [
  'volontaires',
  'rivière',
  'comunidad',
  'niñas',
  'school',
  'eau',
  '«',
  '»',
  ' ',
  ' ',
  '3,5 %',
  '🌍',
  '👩🏽‍🌾',
  'e\u0301',
  '𝔸',
  '\t',
]

/** Text as people of the three languages write it, with emoji and combining marks; never empty, no line ends. */
export const someText = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(''))

const marks = fc.subarray([...MARKS], { maxLength: 3 })
const plainInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('text' as const), text: someText, marks }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), text: someText }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('citation' as const),
      record: fc.constantFrom('UNV-2011-001', 'r7', '0a1b2c3d4e5f6g7h'),
    }),
  },
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: plainInline },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      url: fc.constantFrom('https://example.org/a(b)?c=d&e', 'mailto:ana@example.org', 'http://example.org/é'),
      content: fc.array(plainInline, { maxLength: 3 }),
    }),
  },
)

/** Any text block, in normal form or not. */
const textBlocks: fc.Arbitrary<TextBlock> = fc.record({
  kind: fc.constantFrom(...TEXT_BLOCK_KINDS),
  indent: fc.integer({ min: 0, max: 5 }),
  content: fc.array(inline, { maxLength: 5 }),
})

const tables: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('table' as const),
  header: fc.boolean(),
  rows: fc.array(fc.record({ cells: fc.array(fc.array(textBlocks, { maxLength: 2 }), { maxLength: 3 }) }), {
    maxLength: 3,
  }),
})

/** Any block, tables included. */
const blocks: fc.Arbitrary<Block> = fc.oneof({ weight: 5, arbitrary: textBlocks }, { weight: 1, arbitrary: tables })

/** Any document. */
export const documents: fc.Arbitrary<RichDocument> = fc.record({ blocks: fc.array(blocks, { maxLength: 6 }) })

/** Documents without tables, for what follows a plain string exactly. */
export const tablelessDocuments: fc.Arbitrary<RichDocument> = fc.record({
  blocks: fc.array(textBlocks, { maxLength: 5 }),
})
