import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { COLORS } from './styles.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: COLORS.line } as const
const LINE = { style: BorderStyle.SINGLE, size: 6, color: COLORS.ink } as const

/** The space between the text of a cell and its edges. */
const CELL_MARGINS = { top: 20, bottom: 20, left: 0, right: 130, marginUnitType: WidthType.DXA } as const

/** A cell: its paragraphs, and whether they align to the end. Word wants at least one paragraph. */
export type CellContent = readonly (Paragraph | Table)[]

/** A table with hairlines between its rows, which never break, and a head that repeats on every page. */
export function hairlineTable(
  rows: readonly (readonly CellContent[])[],
  header: boolean,
  widths: readonly number[],
): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: HAIRLINE, insideVertical: NONE },
    margins: CELL_MARGINS,
    rows: rows.map((cells, at) => tableRow(cells, header && at === 0, widths)),
  })
}

/** One tinted cell with a thick rule at its left, as wide as the text. */
export function tintedBox(children: CellContent, width: number): Table {
  const borders = {
    top: NONE,
    bottom: NONE,
    right: NONE,
    left: { style: BorderStyle.SINGLE, size: 36, color: COLORS.accent },
  } as const
  const cell = new TableCell({
    children: [...children],
    borders,
    shading: { fill: COLORS.tint },
    width: { size: width, type: WidthType.DXA },
    margins: { top: 170, bottom: 100, left: 280, right: 280, marginUnitType: WidthType.DXA },
  })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    rows: [new TableRow({ children: [cell] })],
  })
}

/** The paragraph Word needs in an empty cell and between two tables. */
function emptyParagraph(style: string): Paragraph {
  return new Paragraph({ style, children: [] })
}

/** How a column aligns, as Word says it. */
export function alignmentOf(align: 'start' | 'end'): typeof AlignmentType.START | typeof AlignmentType.END {
  return align === 'end' ? AlignmentType.END : AlignmentType.START
}

function tableRow(cells: readonly CellContent[], head: boolean, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (children, at) =>
        new TableCell({
          children: children.length === 0 ? [emptyParagraph('TableText')] : [...children],
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          ...(head ? { borders: { bottom: LINE } } : {}),
        }),
    ),
  })
}
