import { Bookmark, HeadingLevel, Paragraph, Tab, Table, TextRun } from 'docx'
import type {
  Composition,
  GoalsPart,
  Part,
  ReferencesPart,
  TablePart,
  TextPart,
} from '../../core/briefs/composition.ts'
import { blocksToWord, type ListCounter } from './blocks.ts'
import { inlinesToRuns, readsLeftward, referenceAnchor, SYMBOLS } from './inlines.ts'
import { alignmentOf, hairlineTable, tintedBox } from './tables.ts'

/** One part of a brief. Notes are footnotes in Word, so the list of notes is left out. */
export function partToWord(
  part: Part,
  composition: Composition,
  width: number,
  lists: ListCounter,
): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'text':
      return textToWord(part, composition, width, lists)
    case 'goals':
      return goalsToWord(part)
    case 'table':
      return tableToWord(part, width)
    case 'references':
      return referencesToWord(part)
    case 'notes':
      return []
  }
}

function titleOf(title: string, aside: string | null = null): Paragraph {
  const tag = aside === null ? [] : [new TextRun('  '), new TextRun({ text: aside, style: 'Tag' })]
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title), ...tag] })
}

function textToWord(part: TextPart, { lang }: Composition, width: number, lists: ListCounter): (Paragraph | Table)[] {
  const column = { width: part.boxed ? width - 560 : width, lang: part.lang === lang ? undefined : part.lang }
  const blocks = blocksToWord(part.blocks, column, lists)
  const title = titleOf(part.title, part.aside)
  if (!part.boxed) return [title, ...blocks]
  // Word wants a paragraph at the end of every cell.
  const end = blocks.at(-1) instanceof Table ? [new Paragraph({ style: 'TableText' })] : []
  return [title, tintedBox([...blocks, ...end], width)]
}

/** A strip of goals; a line breaks between two goals, never inside one. */
function goalsToWord({ title, goals }: GoalsPart): Paragraph[] {
  const strip = goals.flatMap(({ code, label, color, targets }, at) => {
    const more = targets.length === 0 ? '' : ` (${targets.join(', ')})`
    return [
      ...(at === 0 ? [] : [new TextRun('   ')]),
      new TextRun({ text: '■\u00A0', color: color.slice(1), font: SYMBOLS, noProof: true }),
      new TextRun({ text: code, bold: true }),
      new TextRun(`\u00A0${label}${more}`.replace(/ /g, '\u00A0')),
    ]
  })
  return [
    new Paragraph({ style: 'TOCHeading', children: [new TextRun(title)] }),
    new Paragraph({ style: 'Goals', children: strip }),
  ]
}

function tableToWord({ title, caption, columns, rows, foot }: TablePart, width: number): (Paragraph | Table)[] {
  const widths = columns.map(({ share }) => Math.floor((width * share) / 100))
  const head = columns.map(({ title: text, align }) => [
    new Paragraph({ style: 'TableHeading', alignment: alignmentOf(align), children: [new TextRun(text)] }),
  ])
  const body = rows.map((cells) =>
    cells.map((cell, at) => [
      new Paragraph({
        style: 'TableText',
        alignment: alignmentOf(columns[at]?.align ?? 'start'),
        bidirectional: readsLeftward(cell),
        children: [...inlinesToRuns(cell)],
      }),
    ]),
  )
  return [
    titleOf(title),
    new Paragraph({ style: 'Caption', children: [new TextRun(caption)] }),
    hairlineTable([head, ...body], true, widths),
    ...foot.map((text) => new Paragraph({ style: 'TableNote', children: [new TextRun(text)] })),
  ]
}

function referencesToWord({ title, references }: ReferencesPart): Paragraph[] {
  const entries = references.map(({ number, lines }) => {
    const content = lines.flatMap((line, at) => [...(at === 0 ? [] : [{ kind: 'break' } as const]), ...line])
    return new Paragraph({
      style: 'Bibliography',
      children: [
        new Bookmark({ id: referenceAnchor(number), children: [new TextRun(`[${number}]`)] }),
        new TextRun({ children: [new Tab()] }),
        ...inlinesToRuns(content),
      ],
    })
  })
  return [titleOf(title), ...entries]
}
