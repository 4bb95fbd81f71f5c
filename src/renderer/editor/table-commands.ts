import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $findCellNode,
  $findTableNode,
  $isTableCellNode,
  $isTableRowNode,
  $isTableSelection,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical'
import { $caretInBlock } from './block-commands.ts'
import { $createTextBlockNode } from './nodes/text-block-node.ts'

/** Where in a table the caret stands. */
type Spot = {
  readonly table: TableNode
  readonly rows: readonly TableRowNode[]
  readonly row: number
  readonly column: number
}

/** Puts a new table after the block with the caret, or in the place of an empty one, and the caret into its first cell. */
export function $insertTable(rowCount = 3, columnCount = 3): void {
  const caret = $caretInBlock()
  const selection = $getSelection()
  const node = caret?.block ?? ($isRangeSelection(selection) ? selection.focus.getNode() : null)
  if (!node || $findTableNode(node)) return
  const table = $createTableNode()
  for (let row = 0; row < rowCount; row += 1) {
    table.append($createTableRowNode().append(...Array.from({ length: columnCount }, () => $createCell(row === 0))))
  }
  const block = node.getTopLevelElementOrThrow()
  // A table needs a paragraph after it for the caret to leave to: an empty block serves, and stays.
  if (caret?.block.isEmpty()) block.insertBefore(table)
  else block.insertAfter(table)
  if (!table.getNextSibling()) table.insertAfter($createTextBlockNode())
  table.getFirstDescendant()?.selectStart()
}

/** Whether the selection stands in a table. */
export function $isInTable(): boolean {
  return $spot() !== null
}

/** Adds a row below (or above) the one with the caret. */
export function $insertRow(below: boolean): void {
  const spot = $spot()
  const row = spot?.rows[spot.row]
  if (!spot || !row) return
  const isHeader = spot.row === 0 && !below && isHeaderCell(row.getFirstChild())
  const cells = Array.from({ length: columnsOf(spot.rows) }, () => $createCell(isHeader))
  const fresh = $createTableRowNode().append(...cells)
  if (below) row.insertAfter(fresh)
  else row.insertBefore(fresh)
  if (isHeader) for (const cell of cellsOf(row)) $setHeader(cell, false)
  cells[Math.min(spot.column, cells.length - 1)]?.selectStart()
}

/** Adds a column after (or before) the one with the caret. */
export function $insertColumn(after: boolean): void {
  const spot = $spot()
  if (!spot) return
  const width = columnsOf(spot.rows)
  spot.rows.forEach((row, index) => {
    $pad(row, width)
    const beside = cellsOf(row)[spot.column]
    const cell = $createCell(isHeaderCell(row.getFirstChild()))
    if (after) beside?.insertAfter(cell)
    else beside?.insertBefore(cell)
    if (index === spot.row) cell.selectStart()
  })
}

/** Takes the row with the caret away; with the last row the whole table. */
export function $deleteRow(): void {
  const spot = $spot()
  if (!spot) return
  if (spot.rows.length <= 1) return $deleteTable()
  const neighbour = spot.rows[spot.row + 1] ?? spot.rows[spot.row - 1]
  const cells = neighbour ? cellsOf(neighbour) : []
  cells[Math.min(spot.column, cells.length - 1)]?.selectStart()
  spot.rows[spot.row]?.remove()
}

/** Takes the column with the caret away; with the last column the whole table. */
export function $deleteColumn(): void {
  const spot = $spot()
  if (!spot) return
  if (columnsOf(spot.rows) <= 1) return $deleteTable()
  const here = spot.rows[spot.row]
  const cells = here ? cellsOf(here) : []
  ;(cells[spot.column + 1] ?? cells[spot.column - 1])?.selectStart()
  for (const row of spot.rows) {
    cellsOf(row)[spot.column]?.remove()
    if (row.isEmpty()) row.append($createCell(false))
  }
}

/** Takes the table with the caret away. */
export function $deleteTable(): void {
  const table = $spot()?.table
  if (!table) return
  const beside = table.getNextSibling() ?? table.getPreviousSibling() ?? table.insertAfter($createTextBlockNode())
  beside.selectStart()
  table.remove()
}

/** Makes the first row a header row, or an ordinary one. */
export function $toggleHeaderRow(): void {
  const first = $spot()?.rows[0]
  if (!first) return
  const isHeader = !cellsOf(first).every(isHeaderCell)
  for (const cell of cellsOf(first)) $setHeader(cell, isHeader)
}

function $spot(): Spot | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null
  const cell = $findCellNode(selection.focus.getNode())
  const row = cell?.getParent()
  const table = cell && $findTableNode(cell)
  if (!table || !$isTableRowNode(row)) return null
  const rows = table.getChildren().filter($isTableRowNode)
  return { table, rows, row: row.getIndexWithinParent(), column: cell.getIndexWithinParent() }
}

function $createCell(isHeader: boolean): TableCellNode {
  const state = isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
  return $createTableCellNode(state).append($createTextBlockNode())
}

/** Rows may be ragged after a merge. */
function $pad(row: TableRowNode, width: number): void {
  const isHeader = isHeaderCell(row.getFirstChild())
  for (let index = row.getChildrenSize(); index < width; index += 1) row.append($createCell(isHeader))
}

function $setHeader(cell: TableCellNode, isHeader: boolean): void {
  cell.setHeaderStyles(
    isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
    TableCellHeaderStates.ROW,
  )
}

function cellsOf(row: TableRowNode): readonly TableCellNode[] {
  return row.getChildren().filter($isTableCellNode)
}

function columnsOf(rows: readonly TableRowNode[]): number {
  return Math.max(1, ...rows.map((row) => row.getChildrenSize()))
}

function isHeaderCell(cell: LexicalNode | null): boolean {
  return $isTableCellNode(cell) && cell.hasHeaderState(TableCellHeaderStates.ROW)
}
