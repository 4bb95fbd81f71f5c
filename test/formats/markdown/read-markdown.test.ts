import { describe, expect, it } from 'vitest'
import type { Inline, Mark, TextBlockKind } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { markdownToDocument } from '../../../src/formats/markdown/read-markdown.ts'

const text = (value: string, ...marks: Mark[]): Inline => ({ kind: 'text', text: value, marks })
const line = (kind: TextBlockKind, indent: number, ...content: Inline[]) => ({ kind, indent, content })
const read = (markdown: string) => markdownToDocument(markdown).blocks

describe('Markdown', () => {
  it('gives headings, quotes, marks and line breaks', () => {
    expect(
      read(
        `# Après la crue\n\n### Détail\n\nTrente **volontaires** et\n*amis* ~~cinq~~ \`x|y\`\\\nfin.\n\n> On attendait.\n>\n> Longtemps.`,
      ),
    ).toEqual([
      line('heading-2', 0, text('Après la crue')),
      line('heading-3', 0, text('Détail')),
      line(
        'paragraph',
        0,
        text('Trente '),
        text('volontaires', 'bold'),
        text(' et '),
        text('amis', 'italic'),
        text(' '),
        text('cinq', 'strike'),
        text(' '),
        text('x|y', 'code'),
        { kind: 'break' },
        text('fin.'),
      ),
      line('quote', 0, text('On attendait.')),
      line('quote', 0, text('Longtemps.')),
    ])
  })

  it('gives flat lists with their nesting, task boxes and several paragraphs in one line', () => {
    expect(read('- un\n  1. deux\n     - trois\n\n  suite\n- [x] quatre\n\n  cinq\n')).toEqual([
      line('bullet', 0, text('un')),
      line('number', 1, text('deux')),
      line('bullet', 2, text('trois')),
      line('bullet', 0, text('suite')),
      line('bullet', 0, text('☑ quatre'), { kind: 'break' }, text('cinq')),
    ])
  })

  it('gives links to web pages and mail, written out, named apart or bare; of others only the words', () => {
    expect(
      read(
        '[page](https://example.org/a) [là][r] <https://example.org/b> www.example.org [non](javascript:x) ![image](x.png)\n\n[r]: mailto:ana@example.org',
      ),
    ).toEqual([
      line(
        'paragraph',
        0,
        { kind: 'link', url: 'https://example.org/a', content: [text('page')] },
        text(' '),
        { kind: 'link', url: 'mailto:ana@example.org', content: [text('là')] },
        text(' '),
        { kind: 'link', url: 'https://example.org/b', content: [text('https://example.org/b')] },
        text(' '),
        { kind: 'link', url: 'http://www.example.org', content: [text('www.example.org')] },
        text(' non image'),
      ),
    ])
  })

  it('gives tables with or without a header row', () => {
    const cell = (value: string) => [line('paragraph', 0, text(value))]
    expect(read('| Année | Total |\n|---|---|\n| 2014 | 3\\|0 |\n| 2015 |')).toEqual([
      {
        kind: 'table',
        header: true,
        rows: [
          { cells: [cell('Année'), cell('Total')] },
          { cells: [cell('2014'), cell('3|0')] },
          { cells: [cell('2015')] },
        ],
      },
    ])
    expect(read('|  |  |\n|---|---|\n| a | b |')).toEqual([
      { kind: 'table', header: false, rows: [{ cells: [cell('a'), cell('b')] }] },
    ])
  })

  it('gives footnotes where they are anchored, and their words even where nothing refers to them', () => {
    expect(read('Texte[^1] et[^x].\n\n[^1]: Registre *communal*,\n    2015.\n\n    Suite.\n\n[^2]: Oubliée.')).toEqual([
      line('paragraph', 0, text('Texte'), { kind: 'note', text: 'Registre communal, 2015.\nSuite.' }, text(' et[^x].')),
      line('paragraph', 0, text('Oubliée.')),
    ])
  })

  it('gives citations, and leaves alone what only looks like one', () => {
    const cited = (record: string): Inline => ({ kind: 'citation', record })
    expect(read('Voir [@UNV-2011-001], [@a\\ b\\]c] et **[@r7]**.')).toEqual([
      line(
        'paragraph',
        0,
        text('Voir '),
        cited('UNV-2011-001'),
        text(', '),
        cited('a b]c'),
        text(' et '),
        cited('r7'),
        text('.'),
      ),
    ])
    expect(read('\\[@a] [@ b] [@a b] `[@a]` [@] [@a](https://example.org/)')).toEqual([
      line('paragraph', 0, text('[@a] [@ b] [@a b] '), text('[@a]', 'code'), text(' [@] '), {
        kind: 'link',
        url: 'https://example.org/',
        content: [text('@a')],
      }),
    ])
    expect(read('| Voir [@r7] |\n|---|\n| [@a\\|b] |')).toEqual([
      {
        kind: 'table',
        header: true,
        rows: [
          { cells: [[line('paragraph', 0, text('Voir '), cited('r7'))]] },
          { cells: [[line('paragraph', 0, cited('a|b'))]] },
        ],
      },
    ])
  })

  it('gives the text of HTML without its tags, and its marks within a line', () => {
    expect(
      read(
        'H<sub>2</sub>O, <u>**eau**</u><br>fin<!-- x -->.\n\n<div onclick="steal()">Un &amp; <b>deux</b></div>\n<script>steal()</script>\n',
      ),
    ).toEqual([
      line(
        'paragraph',
        0,
        text('H'),
        text('2', 'subscript'),
        text('O, '),
        text('eau', 'bold', 'underline'),
        { kind: 'break' },
        text('fin.'),
      ),
      line('paragraph', 0, text('Un & deux')),
    ])
  })

  it('gives code by lines of one block', () => {
    expect(read('```js\na\nb\n```')).toEqual([
      line('paragraph', 0, text('a', 'code'), { kind: 'break' }, text('b', 'code')),
    ])
  })

  it('bears any nesting and any length', () => {
    expect(plainText(markdownToDocument(`${'> '.repeat(3_000)}au fond`))).toContain('au fond')
    expect(plainText(markdownToDocument(`${'- '.repeat(500)}au fond`))).toContain('au fond')
    expect(plainText(markdownToDocument('*a '.repeat(5_000)))).toContain('*a *a')
    expect(plainText(markdownToDocument('[@'.repeat(20_000)))).toHaveLength(40_000)
  })
})
