// Other layers that import this file have to see the types as well.
// oxlint-disable-next-line typescript/triple-slash-reference -- there is no module to import them from
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse'
import type { SheetRow } from '../../core/tables/table.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** A row longer than this, in characters, is a quotation mark that was never closed. */
const ROW_LIMIT = 4_000_000
const BROKEN = '\ufffd'

/**
 * Reads comma-separated text of any kind, piece by piece: the delimiter is found out, quoted cells may hold line breaks,
 * rows may have any number of cells. Rows are counted as a spreadsheet would show them, empty ones too.
 */
export function* readCsv(pieces: Iterable<string>): Generator<SheetRow> {
  let number = 0
  let parser: InstanceType<typeof Papa.Parser> | undefined
  let waiting = ''
  function* cut(isLast: boolean): Generator<SheetRow> {
    if (!parser) {
      const said = /^sep=(.)\n/.exec(waiting)
      if (said) waiting = waiting.slice(said[0].length)
      parser = new Papa.Parser({ delimiter: said?.[1] ?? delimiterOf(waiting), newline: '\n' })
    }
    const { data, errors, meta } = parser.parse(waiting, 0, !isLast)
    waiting = isLast ? '' : waiting.slice(meta.cursor)
    const open = isLast && errors.some(({ code }) => code === 'MissingQuotes')
    for (const [index, cells] of data.entries()) {
      number += 1
      yield rowOf(number, cells, open && index === data.length - 1)
    }
  }
  for (const piece of lineEnds(pieces)) {
    waiting += piece
    yield* cut(waiting.length > ROW_LIMIT)
  }
  if (waiting !== '') yield* cut(true)
}

function rowOf(number: number, cells: readonly string[], open: boolean): SheetRow {
  if (open) return { number, cells, problem: { code: 'quote-open', limit: ROW_LIMIT } }
  if (cells.some((cell) => cell.includes(BROKEN))) return { number, cells, problem: { code: 'broken-characters' } }
  return { number, cells }
}

/** The delimiter that cuts the first rows most evenly; a comma where there is nothing to cut. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 100_000)
  const used = DELIMITERS.filter((delimiter) => sample.includes(delimiter))
  const [only = ','] = used
  if (used.length < 2) return only
  const { meta } = Papa.parse(sample, {
    preview: 20,
    newline: '\n',
    skipEmptyLines: true,
    delimitersToGuess: used,
  })
  return meta.delimiter
}

/** One kind of line end, also where a pair of them is cut by the end of a piece. */
function* lineEnds(pieces: Iterable<string>): Generator<string> {
  let held = ''
  for (const piece of pieces) {
    const text = held + piece
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

/** Whether a text can be in a table at all: two lines that are cut alike. */
export function looksLikeCsv(text: string): boolean {
  const delimiter = delimiterOf(text)
  const rows = Papa.parse(text.replace(/\r\n?/g, '\n'), { delimiter, newline: '\n', preview: 3 }).data
  const [header, first] = rows
  return header !== undefined && first !== undefined && header.length > 1 && header.length === first.length
}
