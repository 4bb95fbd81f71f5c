import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markdownToDocument } from '../../../src/formats/markdown/read-markdown.ts'

const WORDS = [
  'Les',
  'puits',
  'agua',
  'voluntarias',
  '12',
  '1.',
  '3)',
  '-',
  '—',
  '«',
  '»',
  '(a)',
  'h:',
  '#',
  'fin.',
  '=',
  '+',
  'WWW.',
  'a-b',
  '  ',
  '>',
]
const text = fc
  .array(fc.constantFrom(...WORDS, '\n', '\n\n', '\n\n\n'), { maxLength: 30 })
  .map((parts) => parts.join(' ').replace(/ ?\n ?/g, '\n'))

it('reads bare text exactly as the whole reader of Markdown does', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      // A comment says nothing, and is nothing that bare text could hold: it takes the whole reader.
      expect(markdownToDocument(markdown)).toEqual(markdownToDocument(`${markdown}\n\n<!-- -->`))
    }),
    { numRuns: 5_000 },
  )
})
