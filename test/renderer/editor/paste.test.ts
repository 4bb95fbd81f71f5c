import { withDOM } from '@lexical/headless/dom'
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
import { documentToHtml } from '../../../src/renderer/editor/document-to-html.ts'
import { domToDocument } from '../../../src/renderer/editor/dom-to-document.ts'
import { plainToDocument } from '../../../src/renderer/editor/plain-to-document.ts'
import { documents } from '../../core/rich-text/arbitrary.ts'

/** Reads HTML without the sanitiser, which needs a browser: the reader alone lets nothing dangerous through. */
const read = (html: string): RichDocument =>
  withDOM(() => domToDocument(new DOMParser().parseFromString(html, 'text/html').body))
const text = (value: string, ...marks: Mark[]): Inline => ({ kind: 'text', text: value, marks })
const line = (kind: TextBlockKind, indent: number, ...content: Inline[]) => ({ kind, indent, content })

describe('pasted HTML', () => {
  it('gives headings, paragraphs, quotes and marks', () => {
    expect(
      read(`<h1>Après la <b>crue</b></h1><h4>Détail</h4>
        <p>Trente   <strong>volontaires</strong>\n <em>et <u>amis</u></em>, H<sub>2</sub>O<br>fin.</p>
        <blockquote><p>On attendait.</p><p>Longtemps.</p></blockquote>`).blocks,
    ).toEqual([
      line('heading-2', 0, text('Après la crue')),
      line('heading-3', 0, text('Détail')),
      line(
        'paragraph',
        0,
        text('Trente '),
        text('volontaires', 'bold'),
        text(' '),
        text('et ', 'italic'),
        text('amis', 'italic', 'underline'),
        text(', H'),
        text('2', 'subscript'),
        text('O'),
        { kind: 'break' },
        text('fin.'),
      ),
      line('quote', 0, text('On attendait.')),
      line('quote', 0, text('Longtemps.')),
    ])
  })

  it('gives nested lists, whether they stand in their item or beside it', () => {
    const lists = [line('bullet', 0, text('un')), line('number', 1, text('deux')), line('bullet', 0, text('trois'))]
    expect(read('<ul><li>un<ol><li>deux</li></ol></li><li>trois</li></ul>').blocks).toEqual(lists)
    expect(read('<ul><li>un</li><ol><li><p>deux</p></li></ol><li>trois</li></ul>').blocks).toEqual(lists)
  })

  it('gives the lists of a word processor that writes none', () => {
    expect(
      read(`<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>agua</p>
        <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.&nbsp;</span>pozos</p>`)
        .blocks,
    ).toEqual([line('bullet', 0, text('agua')), line('number', 1, text('pozos'))])
  })

  it('gives tables, with their header row, and no table in a table', () => {
    expect(
      read(`<table><thead><tr><th>Año</th><th>Total</th></tr></thead>
        <tr><td><p>2014</p><p>2015</p></td><td><table><tr><td>30</td><td>40</td></tr></table></td></tr></table>`)
        .blocks,
    ).toEqual([
      {
        kind: 'table',
        header: true,
        rows: [
          { cells: [[line('paragraph', 0, text('Año'))], [line('paragraph', 0, text('Total'))]] },
          {
            cells: [
              [line('paragraph', 0, text('2014')), line('paragraph', 0, text('2015'))],
              [line('paragraph', 0, text('30')), line('paragraph', 0, text('40'))],
            ],
          },
        ],
      },
    ])
  })

  it('takes its marks from styles too, and lets a style take them away', () => {
    expect(
      read(`<b style="font-weight:normal"><span style="font-weight:700">fort</span>
        <span style="font-style:italic;text-decoration:underline line-through">tout</span></b>`).blocks,
    ).toEqual([line('paragraph', 0, text('fort', 'bold'), text(' '), text('tout', 'italic', 'underline', 'strike'))])
  })

  it('keeps links to web pages and mail, and of others only the words', () => {
    expect(
      read(`<a href="https://example.org/a">page <b>une</b></a> <a href="mailto:a@b.org">courriel</a>
        <a href="javascript:alert(1)">script</a> <a href="file:///etc/passwd">fichier</a> <a>rien</a>`).blocks,
    ).toEqual([
      line(
        'paragraph',
        0,
        { kind: 'link', url: 'https://example.org/a', content: [text('page '), text('une', 'bold')] },
        text(' '),
        { kind: 'link', url: 'mailto:a@b.org', content: [text('courriel')] },
        text(' script fichier rien'),
      ),
    ])
  })

  it('gives nothing of scripts, styles, images and forms', () => {
    const hostile = `<style>p{}</style><script>steal()</script><p onclick="steal()">Texte<img src=x onerror="steal()">
      <svg onload="steal()"><text>dessin</text></svg><iframe src="https://evil.example">cadre</iframe>
      <textarea>champ</textarea><template><p>caché</p></template><object data="x">objet</object></p>`
    expect(read(hostile).blocks).toEqual([line('paragraph', 0, text('Texte'))])
  })

  it('bears nesting of any depth', () => {
    const deep = 2_000
    expect(read(`${'<div>'.repeat(deep)}au fond${'</div>'.repeat(deep)}`).blocks).toEqual([
      line('paragraph', 0, text('au fond')),
    ])
  })
})

describe('pasted plain text', () => {
  it('makes a paragraph of each line, or of each group of lines between blank ones', () => {
    expect(plainToDocument('un\r\ndeux\n').blocks).toEqual([
      line('paragraph', 0, text('un')),
      line('paragraph', 0, text('deux')),
    ])
    expect(plainToDocument('un\ndeux\n\n \ntrois').blocks).toEqual([
      line('paragraph', 0, text('un'), { kind: 'break' }, text('deux')),
      line('paragraph', 0, text('trois')),
    ])
    expect(plainToDocument(' \n').blocks).toEqual([])
  })
})

describe('what is copied here', () => {
  it('comes back as it was when it is pasted here', () => {
    fc.assert(
      fc.property(documents.map(asShown), (doc) => {
        expect(read(documentToHtml(doc, (record) => record))).toEqual(doc)
      }),
      { numRuns: 300 },
    )
  })

  it('has no address but web and mail, whatever the text holds', () => {
    const html = documentToHtml(
      {
        blocks: [
          line('paragraph', 0, { kind: 'link', url: 'javascript:x', content: [text('<b onclick="x">"é"</b>')] }),
        ],
      },
      String,
    )
    expect(html).toBe('<p>&lt;b onclick=&quot;x&quot;&gt;&quot;é&quot;&lt;/b&gt;</p>')
  })
})

/** What HTML can say: no empty blocks, no break at the end of one, list lines that nest one level at a time. */
function asShown(doc: RichDocument): RichDocument {
  const shown = normalDocument(doc).blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => ({ cells: row.cells.map((cell) => cell.flatMap(shownLine)) }))
      const isFrame = rows.length === 1 && rows[0]?.cells.length === 1
      return isFrame ? [] : [{ ...block, rows }]
    }
    return shownLine(block)
  })
  return normalDocument({ blocks: shown })
}

function shownLine(block: Block): readonly TextBlock[] {
  if (block.kind === 'table') return []
  const content = withoutLastBreak(joinedLinks(block.content))
  const shown = content.map((inline) => withoutHeadingBold(block.kind, inline))
  return content.length === 0 ? [] : [{ ...block, indent: 0, content: shown }]
}

function joinedLinks(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = []
  for (const inline of content) {
    const last = joined.at(-1)
    if (last?.kind === 'link' && inline.kind === 'link' && last.url === inline.url) {
      joined[joined.length - 1] = { ...last, content: [...last.content, ...inline.content] }
    } else joined.push(inline)
  }
  return joined
}

/** The last break of a block, within a link or not, shows nothing. */
function withoutLastBreak(content: readonly Inline[]): readonly Inline[] {
  const last = content.at(-1)
  if (last?.kind === 'break') return withoutLastBreak(content.slice(0, -1))
  if (last?.kind !== 'link' || last.content.at(-1)?.kind !== 'break') return content
  const inside = last.content.slice(0, -1)
  return withoutLastBreak(
    inside.length === 0 ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, content: inside }],
  )
}

/** A heading is bold by itself. */
function withoutHeadingBold(kind: TextBlockKind, inline: Inline): Inline {
  if (!kind.startsWith('heading')) return inline
  if (inline.kind === 'link')
    return { ...inline, content: inline.content.map((part) => withoutHeadingBold(kind, part)) }
  return inline.kind === 'text' ? { ...inline, marks: inline.marks.filter((mark) => mark !== 'bold') } : inline
}
