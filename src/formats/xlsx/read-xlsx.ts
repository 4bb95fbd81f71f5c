import type { Cell, Sheet, SheetRow } from '../../core/tables/table.ts'
import { type Archive, openZip, UnpacksTooLarge } from '../zip/open-zip.ts'
import { readWholeXml, readXml } from '../zip/read-xml.ts'
import { dateOfSerial, dateStyles } from './read-styles.ts'

/** What cells need to know of their workbook. */
type Workbook = {
  readonly strings: readonly string[]
  readonly dates: readonly boolean[]
  readonly calendar: 1900 | 1904
}

/** Columns that a sheet can have. */
const WIDEST = 16_384

/**
 * Opens a workbook. Sheets are read from the archive as they are asked for, row by row: text stays text, dates become
 * ISO 8601, formulas give their last result. Answers `too-large` where more comes out than anybody packs, and undefined
 * where the bytes are no workbook.
 */
export function openXlsx(bytes: Uint8Array): readonly Sheet[] | 'too-large' | undefined {
  const archive = openZip(bytes)
  if (!archive) return undefined
  try {
    return sheetsOf(archive)
  } catch (error) {
    return error instanceof UnpacksTooLarge ? 'too-large' : undefined
  }
}

function sheetsOf(archive: Archive): readonly Sheet[] | undefined {
  const listed: { readonly name: string; readonly id: string }[] = []
  let calendar: Workbook['calendar'] = 1900
  readWholeXml(archive.whole('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' })
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) calendar = 1904
    },
  })
  const paths = new Map<string, string>()
  readWholeXml(archive.whole('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name === 'Relationship') paths.set(attributes['Id'] ?? '', pathOf(attributes['Target'] ?? ''))
    },
  })
  const known = listed.flatMap(({ name, id }) => {
    const path = paths.get(id)
    return path !== undefined && archive.names.includes(path) ? [{ name, path }] : []
  })
  if (known.length === 0) return undefined
  const workbook: Workbook = {
    strings: sharedStrings(archive),
    dates: dateStyles(archive.whole('xl/styles.xml')),
    calendar,
  }
  return known.map(({ name, path }) => ({ name, rows: () => guarded(readSheet(archive.pieces(path), workbook)) }))
}

/** What is wrong in the middle of a sheet is said at the row where it was found; the rows before it count. */
function* guarded(rows: Generator<SheetRow>): Generator<SheetRow> {
  let number = 0
  try {
    for (const row of rows) {
      number = row.number
      yield row
    }
  } catch (error) {
    const problem =
      error instanceof UnpacksTooLarge ? ({ code: 'unpacks-too-large' } as const) : ({ code: 'sheet-broken' } as const)
    yield { number: number + 1, cells: [], problem }
  }
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

function sharedStrings(archive: Archive): readonly string[] {
  const strings: string[] = []
  const reader = textReader()
  readWholeXml(archive.whole('xl/sharedStrings.xml'), {
    open: (name) => reader.open(name),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name)
      if (name === 'si') strings.push(reader.take())
    },
  })
  return strings
}

/** Gathers the text of a cell: all its runs, without the reading aids that stand beside them. */
function textReader() {
  let gathered = ''
  let inText = false
  let inAid = false
  return {
    open(name: string): void {
      if (name === 'rPh') inAid = true
      if (name === 't') inText = !inAid
    },
    text(text: string): void {
      if (inText) gathered += text
    },
    close(name: string): void {
      if (name === 'rPh') inAid = false
      if (name === 't') inText = false
    },
    take(): string {
      const text = gathered.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      gathered = ''
      return text
    },
  }
}

function readSheet(pieces: Iterable<Uint8Array>, workbook: Workbook): Generator<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells: Cell[] = []
  let column = 0
  let cell: { readonly type: string; readonly style: number } = { type: 'n', style: 0 }
  let value = ''
  let inValue = false
  const reader = textReader()
  return readXml(
    pieces,
    {
      open(name, attributes) {
        if (name === 'row') {
          number = Number(attributes['r']) || number + 1
          cells = []
          column = 0
        } else if (name === 'c') {
          column = columnOf(attributes['r']) ?? column
          cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
          value = ''
        } else if (name === 'v') inValue = true
        else reader.open(name)
      },
      text(text) {
        if (inValue) value += text
        else reader.text(text)
      },
      close(name) {
        reader.close(name)
        if (name === 'v') inValue = false
        if (name === 'c') {
          const inline = reader.take()
          if (column < WIDEST) put(cells, column, cellOf(cell, cell.type === 'inlineStr' ? inline : value, workbook))
          column += 1
        }
        if (name === 'row') ready.push({ number, cells })
      },
    },
    () => {
      const rows = ready
      ready = []
      return rows
    },
  )
}

function put(cells: Cell[], column: number, cell: Cell): void {
  if (cell === null) return
  while (cells.length < column) cells.push(null)
  cells[column] = cell
}

/** The place of the column that a cell's name begins with: A is 0. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(name ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellOf({ type, style }: { type: string; style: number }, value: string, workbook: Workbook): Cell {
  switch (type) {
    case 's':
      return workbook.strings[Number(value)] ?? null
    case 'inlineStr':
    case 'str':
    case 'd':
      return value
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return null
    default: {
      const number = Number(value)
      if (value === '' || !Number.isFinite(number)) return value === '' ? null : value
      return workbook.dates[style] ? dateOfSerial(number, workbook.calendar) : number
    }
  }
}
