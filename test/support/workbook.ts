import { strToU8, zipSync } from 'fflate'

/** A cell as a workbook writes it: text is shared, `{ date }` is a number of days with a date's style. */
export type WorkbookCell = string | number | boolean | null | { readonly date: number } | { readonly inline: string }

/** The parts of a workbook as spreadsheet programs write them, before they are packed. */
export function workbookParts(
  sheets: Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>,
): Record<string, Uint8Array> {
  const strings: string[] = []
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr/><sheets>${names
      .map((name, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-40C]d&quot; de &quot;mmmm\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  }
  for (const [index, name] of names.entries()) {
    const rows = (sheets[name] ?? []).map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings)).join('')
      return `<row r="${row + 1}">${written}</row>`
    })
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
  }
  parts['xl/sharedStrings.xml'] = `<sst>${strings
    .map((text) => `<si><r><t xml:space="preserve">${xml(text)}</t></r><rPh><t>never</t></rPh></si>`)
    .join('')}</sst>`
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

/** The same, packed. */
export function workbook(sheets: Parameters<typeof workbookParts>[0]): Uint8Array {
  return zipSync(workbookParts(sheets))
}

function cellXml(cell: WorkbookCell, name: string, strings: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${name}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  if ('date' in cell) return `<c r="${name}" s="${cell.date % 2 === 0 ? 1 : 2}"><v>${cell.date}</v></c>`
  return `<c r="${name}" t="inlineStr"><is><t>${xml(cell.inline)}</t></is></c>`
}

function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
