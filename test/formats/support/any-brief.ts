import fc from 'fast-check'
import { composeBrief } from '../../../src/core/briefs/compose.ts'
import type { Composition } from '../../../src/core/briefs/composition.ts'
import { LANGS } from '../../../src/core/model/lang.ts'
import type { Block, Inline, RichDocument } from '../../../src/core/rich-text/document.ts'
import { MARKS, TEXT_BLOCK_KINDS } from '../../../src/core/rich-text/document.ts'
import { briefWords } from '../../core/briefs/brief-words.ts'
import { BRIEF, EVIDENCE, setting } from '../../core/briefs/story.ts'

/** What people paste, and what people send to see what breaks. */
export const HOSTILE = [
  '<script>alert("1")</script>',
  ']]>',
  '</style><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &nbsp;',
  'nul\u0000 bell\u0007 escape\u001B vertical\u000B',
  'half \uD83D pair',
  'non\uFFFEcharacter',
  'العربية ثم English',
  'famille 👩‍👩‍👧 et drapeau 🇸🇳',
  '# no heading',
  '- no list',
  '1. no number',
  '> no quote',
  '| no | table |',
  '`no` *code* _or_ **bold** ~~or strike~~ [or](javascript:alert(1)) ![or](x) [^1]',
  '<!-- no comment -->',
  '"quotes" and \'quotes\'',
  '{{interpolated}} $t(nested) {page}',
  'line\nends\r\nof\u2028many kinds',
  '\t tab and   spaces ',
  '=========',
] as const

const URLS = [
  'https://www.unv.org/a?b=c&d="e"',
  'http://exemple.org/é',
  'mailto:awa@exemple.org',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  ' JAVASCRIPT:alert(1)',
  '',
] as const

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 30 }),
)
const anyCited = fc.constantFrom(...EVIDENCE.map(({ card }) => card.id), 'nobody-has-this')

const anyInline = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2 },
    fc.record({ kind: fc.constant('text' as const), text: anyText, marks: fc.subarray([...MARKS]) }),
    fc.constant({ kind: 'break' as const }),
    fc.record({ kind: fc.constant('note' as const), text: anyText }),
    fc.record({ kind: fc.constant('citation' as const), record: anyCited }),
    fc.record({
      kind: fc.constant('link' as const),
      url: fc.constantFrom(...URLS),
      content: fc.array(tie('inline'), { maxLength: 3 }),
    }),
  ),
})).inline

const anyTextBlock = fc.record({
  kind: fc.constantFrom(...TEXT_BLOCK_KINDS),
  indent: fc.integer({ min: 0, max: 5 }),
  content: fc.array(anyInline, { maxLength: 4 }),
})

const anyTable = fc.record({
  kind: fc.constant('table' as const),
  header: fc.boolean(),
  rows: fc.array(fc.record({ cells: fc.array(fc.array(anyTextBlock, { maxLength: 2 }), { maxLength: 3 }) }), {
    maxLength: 3,
  }),
})

/** Any rich text the model can hold, well or badly meant. */
const anyDocument: fc.Arbitrary<RichDocument> = fc.record({
  blocks: fc.array(fc.oneof({ weight: 6, arbitrary: anyTextBlock }, anyTable) as fc.Arbitrary<Block>, {
    maxLength: 10,
  }),
})

/** Any brief over the records of the story, in any language. */
export const anyComposition: fc.Arbitrary<Composition> = fc
  .record({
    lang: fc.constantFrom(...LANGS),
    title: anyText,
    question: anyText,
    messages: anyDocument,
    narrative: anyDocument,
    workspace: anyText,
  })
  .map(({ lang, title, question, messages, narrative, workspace }) =>
    composeBrief(
      {
        ...BRIEF,
        title: { fr: title },
        question: { es: question },
        messages: { [lang]: messages },
        narrative: { fr: narrative },
      },
      { ...setting(lang), workspace },
      briefWords(lang),
    ),
  )

/** A brief in which every text that people write is one and the same. */
export function briefSaying(text: string): Composition {
  const said = { fr: text }
  const document: RichDocument = {
    blocks: [
      {
        kind: 'paragraph',
        indent: 0,
        content: [
          { kind: 'text', text, marks: [] },
          { kind: 'note', text },
          { kind: 'citation', record: 'wells' },
        ],
      },
      { kind: 'bullet', indent: 0, content: [{ kind: 'text', text, marks: ['bold', 'code'] }] },
      {
        kind: 'table',
        header: true,
        rows: [1, 2].map(() => ({
          cells: [[{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text, marks: [] }] }]],
        })),
      },
    ],
  }
  const evidence = EVIDENCE.map((entry) => ({
    ...entry,
    card: { ...entry.card, titles: said, summaries: said, places: [text] },
    source: { title: text, author: text, publisher: text, pages: text, url: text },
    figures: [{ key: 'a', value: 1, unit: text, what: text, source: text }],
  }))
  return composeBrief(
    { ...BRIEF, title: said, audience: said, question: said, messages: { fr: document }, narrative: { fr: document } },
    { ...setting('fr'), evidence, workspace: text },
    briefWords('fr'),
  )
}
