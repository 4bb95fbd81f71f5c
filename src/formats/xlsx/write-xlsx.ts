import { strToU8, zipSync } from 'fflate'
import { type Cell, columnLetters } from '../../core/tables/table.ts'

/** The first moment a ZIP archive can name: equal tables are equal files. */
const NO_TIME = new Date(1980, 0, 1)

/** Longest text that a cell holds in spreadsheet programs, in UTF-16 code units. */
const CELL_LIMIT = 32_767

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * Writes a table as a workbook with one sheet: its first row stands still and is bold, text is text whatever it looks
 * like, and nothing is ever a formula. A text that is too long for a cell is cut; `cut` says where.
 */
export function writeXlsx(
  name: string,
  rows: readonly (readonly Cell[])[],
): { readonly bytes: Uint8Array; readonly cut: readonly string[] } {
  const cut: string[] = []
  const written = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`, row === 0, cut))
    return `<row r="${row + 1}">${inner.join('')}</row>`
  })
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" customHeight="1"/><cols><col min="1" max="${Math.max(1, rows[0]?.length ?? 1)}" width="24" customWidth="1"/></cols><sheetData>${written.join('')}</sheetData></worksheet>`,
  }
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(HEAD + text)] as const)
  return { bytes: zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 6 }), cut }
}

function cellXml(cell: Cell, name: string, isHeader: boolean, cut: string[]): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${name}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (cell.length > CELL_LIMIT) cut.push(name)
  const text = escapeXml(cell.slice(0, CELL_LIMIT).toWellFormed())
  return `<c r="${name}" t="inlineStr" s="${isHeader ? 1 : 2}"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Signs that XML cannot hold, and what looks like the way workbooks write them, are written by their numbers. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) =>
      sign.charCodeAt(0) < 32 ? `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_` : '',
    )
}

function sheetName(name: string): string {
  return escapeXml(
    name
      .replaceAll(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 31) || 'Temoin',
  )
}
