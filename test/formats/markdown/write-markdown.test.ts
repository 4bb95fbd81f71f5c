import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Block,
  Inline,
  Mark,
  RichDocument,
  TextBlock,
  TextBlockKind,
} from '../../../src/core/rich-text/document.ts'
import { normalDocument } from '../../../src/core/rich-text/normal-document.ts'
import { markdownToDocument } from '../../../src/formats/markdown/read-markdown.ts'
import { documentToMarkdown } from '../../../src/formats/markdown/write-markdown.ts'
import { documents } from '../../core/rich-text/arbitrary.ts'

const text = (value: string, ...marks: Mark[]): Inline => ({ kind: 'text', text: value, marks })
const line = (kind: TextBlockKind, indent: number, ...content: Inline[]) => ({ kind, indent, content })
const write = (...blocks: Block[]) => documentToMarkdown({ blocks })

describe('rich text as Markdown', () => {
  it('reads as a person would write it', () => {
    expect(
      write(
        line('heading-2', 0, text('Después de la crecida')),
        line(
          'paragraph',
          0,
          text('Treinta '),
          text('voluntarias', 'bold'),
          text(' limpiaron el río'),
          { kind: 'note', text: 'Acta, 2015.' },
          text('.'),
        ),
        line('bullet', 0, text('pozos')),
        line('number', 1, text('primero')),
        line('number', 1, text('segundo'), { kind: 'break' }, text('al sur')),
        line('bullet', 0, text('ver '), { kind: 'citation', record: 'UNV-2015-007' }),
        line('quote', 0, text('Lo pedimos hace años.')),
        line('quote', 0, { kind: 'link', url: 'https://example.org/acta', content: [text('Acta', 'italic')] }),
        {
          kind: 'table',
          header: true,
          rows: [
            { cells: [[line('paragraph', 0, text('Año'))], [line('paragraph', 0, text('a|b'))]] },
            { cells: [[line('paragraph', 0, text('2015'))]] },
          ],
        },
      ),
    ).toBe(`## Después de la crecida

Treinta **voluntarias** limpiaron el río[^1].

- pozos
  1. primero
  2. segundo\\
     al sur
- ver [@UNV-2015-007]

> Lo pedimos hace años.
>
> *[Acta](https://example.org/acta)*

| Año | a\\|b |
| --- | --- |
| 2015 |  |

[^1]: Acta, 2015.
`)
  })

  it('escapes what would mean something else', () => {
    const written = [
      ['1. Febrero', '1\\. Febrero'],
      ['- no es lista', '\\- no es lista'],
      ['# 5', '\\# 5'],
      ['2 * 3 _y_ a_b', '2 \\* 3 \\_y\\_ a_b'],
      ['[@no] <b> &amp; C#', '\\[@no\\] \\<b> \\&amp; C#'],
      ['ana@example.org www.un.org http://un.org', 'ana\\@example.org www\\.un.org http\\://un.org'],
    ] as const
    for (const [plain, markdown] of written) {
      expect(write(line('paragraph', 0, text(plain)))).toBe(`${markdown}\n`)
      expect(markdownToDocument(`${markdown}\n`).blocks).toEqual([line('paragraph', 0, text(plain))])
    }
  })

  it('takes tags where signs would be misread', () => {
    expect(write(line('paragraph', 0, text('a'), text('"b"', 'bold'), text('c'), text('d', 'underline')))).toBe(
      'a<strong>"b"</strong>c<u>d</u>\n',
    )
  })

  it('is empty for an empty text', () => {
    expect(write()).toBe('')
    expect(write(line('quote', 0))).toBe('')
  })

  it('reads back as it was, but for what Markdown cannot say', () => {
    fc.assert(
      fc.property(documents.map(sayable), (doc) => {
        expect(looks(markdownToDocument(documentToMarkdown(doc)))).toEqual(looks(doc))
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads back any text that people could type', () => {
    const hard = fc.array(
      fc.constantFrom(
        ...[
          '*',
          '_',
          '`',
          '~',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '!',
          '#',
          '-',
          '+',
          '=',
          '|',
          '\\',
          '&',
          ';',
          ':',
          '@',
          '^',
          '.',
          '/',
        ],
        ...[
          '1',
          '2.',
          'a',
          'é',
          ' ',
          '  ',
          '\t',
          'www.',
          'http://',
          'amp',
          '<br>',
          '[^1]',
          '[@a]',
          '```',
          '---',
          '***',
          '&#32;',
        ],
      ),
      { minLength: 1, maxLength: 12 },
    )
    const plain = hard.map((parts) => parts.join('')).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(plain, fc.constantFrom('paragraph', 'heading-3', 'quote', 'bullet', 'number'), (value, kind) => {
        const doc = { blocks: [line(kind, 0, text(value))] }
        expect(markdownToDocument(documentToMarkdown(doc))).toEqual(doc)
      }),
      { numRuns: 5_000 },
    )
  })
})

/** What Markdown can say: no empty blocks, even tables of single lines, lists that nest one level at a time. */
function sayable(doc: RichDocument): RichDocument {
  let deepest = -1
  const blocks = normalDocument(doc).blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table') {
      deepest = -1
      return sayableTable(block)
    }
    const content = sayableContent(block.content)
    if (content.length === 0) return []
    const isLine = block.kind === 'bullet' || block.kind === 'number'
    const indent = isLine ? Math.min(block.indent, deepest + 1) : 0
    deepest = isLine ? indent : -1
    return [{ ...block, indent, content }]
  })
  return normalDocument({ blocks })
}

function sayableTable({ header, rows }: Extract<Block, { kind: 'table' }>): readonly Block[] {
  const width = Math.max(...rows.map((row) => row.cells.length))
  const cellsOf = (row: (typeof rows)[number]) =>
    Array.from({ length: width }, (_, index) => {
      const [first] = row.cells[index] ?? []
      const content = first ? sayableContent(first.content) : []
      return content.length === 0 ? [] : [{ kind: 'paragraph' as const, indent: 0, content }]
    })
  const even = rows.map((row) => ({ cells: cellsOf(row) }))
  const isHeader = header && (even[0]?.cells.some((cell) => cell.length > 0) ?? false)
  return [{ kind: 'table', header: isHeader, rows: header && !isHeader ? even.slice(1) : even }]
}

/** A note ends where its line does; white space alone, or a break at the end, shows nothing. */
function sayableContent(content: readonly Inline[]): readonly Inline[] {
  const kept = content.map((inline) => (inline.kind === 'note' ? { ...inline, text: inline.text.trim() } : inline))
  while (kept.at(-1)?.kind === 'break') kept.pop()
  return kept.every((inline) => inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === ''))
    ? []
    : kept
}

/** A bold space looks like any other. */
function looks(doc: RichDocument): RichDocument {
  const split = (content: readonly Inline[]): readonly Inline[] =>
    content.flatMap((inline): readonly Inline[] => {
      if (inline.kind === 'link') return [{ ...inline, content: split(inline.content) }]
      if (inline.kind !== 'text') return [inline]
      return inline.text
        .split(/(\s+)/)
        .map((value) => ({ ...inline, text: value, marks: value.trim() === '' ? seen(inline.marks) : inline.marks }))
    })
  const lineOf = (block: TextBlock): TextBlock => ({ ...block, content: split(block.content) })
  return normalDocument({
    blocks: doc.blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => cell.map(lineOf)) })) }
        : lineOf(block),
    ),
  })
}

function seen(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark !== 'bold' && mark !== 'italic' && mark !== 'strike')
}
