import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Composition, NotesPart } from '../../core/briefs/composition.ts'
import { runningTitle } from '../../core/briefs/inline-text.ts'
import { createListCounter } from './blocks.ts'
import { inlinesToRuns } from './inlines.ts'
import { BRIEF_NUMBERING } from './numbering.ts'
import { type Paper, paperOf, textWidth } from './paper.ts'
import { partToWord } from './parts.ts'
import { settleBytes } from './settle-bytes.ts'
import { briefStyles } from './styles.ts'
import { titleBlock } from './title-block.ts'

/**
 * Writes a brief as a Word document with real styles, footnotes and a table of contents, so that it can be edited and
 * restyled. The same composition gives the same bytes.
 */
export async function briefToDocx(composition: Composition, paperName: 'A4' | 'letter'): Promise<Uint8Array> {
  const paper = paperOf(paperName)
  const { head, lang } = composition
  const document = new Document({
    title: head.title.text,
    subject: head.kicker,
    creator: '',
    lastModifiedBy: '',
    styles: briefStyles(lang),
    numbering: BRIEF_NUMBERING,
    footnotes: footnotesOf(composition),
    // The contents show page numbers at once, and Word does not ask to update fields when it opens the file.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: paper.width, height: paper.height },
            margin: {
              top: paper.head,
              bottom: paper.foot,
              left: paper.side,
              right: paper.side,
              header: 680,
              footer: 620,
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
          default: runningHead(composition),
        },
        footers: { first: pageFoot(composition, paper), default: pageFoot(composition, paper) },
        children: bodyOf(composition, textWidth(paper)),
      },
    ],
  })
  return settleBytes(await Packer.pack(document, 'uint8array'), composition.date)
}

/** The first page holds what a busy reader needs, the key messages and the goals; the contents open the second. */
function bodyOf(composition: Composition, width: number): (Paragraph | Table | TableOfContents)[] {
  const lists = createListCounter()
  const opening = composition.parts.filter((part) => part.kind === 'goals' || (part.kind === 'text' && part.boxed))
  const rest = composition.parts.filter((part) => !opening.includes(part))
  const toWord = (parts: Composition['parts']) => parts.flatMap((part) => partToWord(part, composition, width, lists))
  const hasCover = opening.some((part) => part.kind === 'text')
  return [...titleBlock(composition), ...toWord(opening), ...contentsOf(composition, hasCover), ...toWord(rest)]
}

function contentsOf({ furniture, parts }: Composition, pageBreakBefore: boolean): (Paragraph | TableOfContents)[] {
  if (parts.length === 0) return []
  return [
    new Paragraph({ style: 'TOCHeading', pageBreakBefore, children: [new TextRun(furniture.contents)] }),
    new TableOfContents(furniture.contents, { hyperlink: true, headingStyleRange: '1-2' }),
  ]
}

function footnotesOf({ parts, lang }: Composition): Record<string, { children: Paragraph[] }> {
  const notes = parts.filter((part): part is NotesPart => part.kind === 'notes').flatMap((part) => part.notes)
  return Object.fromEntries(
    notes.map((note) => {
      const runs = inlinesToRuns(note.content, { lang: note.lang === lang ? undefined : note.lang })
      return [
        String(note.number),
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...runs] })] },
      ]
    }),
  )
}

function runningHead({ head }: Composition): Header {
  return new Header({
    children: [new Paragraph({ style: 'Header', children: [new TextRun(runningTitle(head.title.text))] })],
  })
}

function pageFoot({ head, furniture }: Composition, paper: Paper): Footer {
  const [before = '', between = '', after = ''] = furniture.page.split(/\{pages?\}/)
  const page = new TextRun({
    children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  })
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(paper) }]
  return new Footer({
    children: [new Paragraph({ style: 'Footer', tabStops, children: [new TextRun(head.kicker), page] })],
  })
}
