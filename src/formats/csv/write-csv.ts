// Other layers that import this file have to see the types as well.
// oxlint-disable-next-line typescript/triple-slash-reference -- there is no module to import them from
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse'
import type { Cell } from '../../core/tables/table.ts'

/** The mark by which spreadsheet programs know UTF-8. */
const MARK = '\ufeff'

/**
 * Writes rows as comma-separated text that spreadsheet programs open as it is meant. A cell that such a program would
 * take for a formula begins with an apostrophe.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `${MARK}${Papa.unparse(rows, { delimiter: ',', newline: '\r\n', escapeFormulae: true })}\r\n`
}
