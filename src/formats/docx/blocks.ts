import { HeadingLevel, Paragraph, type Table } from 'docx'
import type { ComposedBlock, ComposedList, ComposedTable } from '../../core/briefs/composition.ts'
import { inlineText } from '../../core/briefs/inline-text.ts'
import type { Lang } from '../../core/model/lang.ts'
import { inlinesToRuns, readsLeftward } from './inlines.ts'
import { hairlineTable } from './tables.ts'

/** Where blocks stand: the width they fill, their language where it is not the document's, the style of plain text. */
export type Column = { readonly width: number; readonly lang?: Lang | undefined; readonly style?: string }

/** Gives every list its own number, so that each counts from 1. */
export type ListCounter = { readonly next: () => number }

/** Starts counting lists. */
export function createListCounter(): ListCounter {
  let last = 0
  return { next: () => ++last }
}

/** Blocks of running text as Word's paragraphs and tables. A part's title is Heading 1, so its headings are 2 and 3. */
export function blocksToWord(
  blocks: readonly ComposedBlock[],
  column: Column,
  lists: ListCounter,
): (Paragraph | Table)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return listToWord(block, column, lists, 0, lists.next())
    if (block.kind === 'table') return tableToWord(block, column, lists)
    const children = [...inlinesToRuns(block.content, { lang: column.lang })]
    const bidirectional = readsLeftward(block.content)
    if (block.kind === 'heading') {
      const heading = block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
      return [new Paragraph({ heading, bidirectional, children })]
    }
    const style = block.kind === 'quote' ? 'Quote' : column.style
    return [new Paragraph({ ...(style === undefined ? {} : { style }), bidirectional, children })]
  })
}

function listToWord(
  { ordered, items }: ComposedList,
  column: Column,
  lists: ListCounter,
  level: number,
  instance: number,
): Paragraph[] {
  return items.flatMap(({ content, lists: nested }) => [
    new Paragraph({
      style: ordered ? 'ListNumber' : 'ListBullet',
      numbering: { reference: ordered ? 'numbers' : 'bullets', level: Math.min(level, 5), instance, custom: true },
      bidirectional: readsLeftward(content),
      children: [...inlinesToRuns(content, { lang: column.lang })],
    }),
    ...nested.flatMap((list) => listToWord(list, column, lists, level + 1, lists.next())),
  ])
}

function tableToWord({ header, rows }: ComposedTable, column: Column, lists: ListCounter): (Paragraph | Table)[] {
  const widths = columnWidths(rows, column.width)
  const cells = rows.map((row, at) =>
    row.map((cell, place) => {
      const style = header && at === 0 ? 'TableHeading' : 'TableText'
      return blocksToWord(cell, { width: widths[place] ?? column.width, lang: column.lang, style }, lists)
    }),
  )
  return [hairlineTable(cells, header, widths), new Paragraph({ style: 'TableNote', children: [] })]
}

/** Word does not fit columns to their text in a fixed table, so they share the width by their longest cell, within reason. */
function columnWidths(rows: ComposedTable['rows'], width: number): readonly number[] {
  const weights = (rows[0] ?? []).map((_, place) => {
    const longest = Math.max(...rows.map((row) => blocksLength(row[place] ?? [])))
    return Math.min(40, Math.max(9, longest))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.floor((width * weight) / sum))
}

function blocksLength(blocks: readonly ComposedBlock[]): number {
  return blocks.reduce((length, block) => {
    if (block.kind === 'table') return length
    if (block.kind !== 'list') return Math.max(length, inlineText(block.content).length)
    return Math.max(length, ...block.items.map(({ content }) => inlineText(content).length))
  }, 0)
}
