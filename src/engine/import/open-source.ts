import { extname } from 'node:path'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { joinChoices } from '../../core/tables/join-choices.ts'
import { joinRepeats } from '../../core/tables/join-repeats.ts'
import { tableOf } from '../../core/tables/table.ts'
import { looksLikeCsv, readCsv } from '../../formats/csv/read-csv.ts'
import { openXlsx } from '../../formats/xlsx/read-xlsx.ts'
import type { EngineEnvironment } from '../environment.ts'
import { decoded, type Encoding, encodingOf } from './decode.ts'
import { jsonLinesRows } from './import-jsonl.ts'
import { IMPORT_FORMATS, type ImportFormat, type Source } from './source.ts'

type Files = Pick<EngineEnvironment, 'openForReading'>

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
}

/** Reads the name of a format; undefined where it is none that can be imported. */
export function importFormat(name: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format === name.toLowerCase())
}

/**
 * Opens a source and finds out what it is: by the format that was asked for, else by its name and by what it holds.
 * Nothing is read beyond what that needs; rows are read when they are asked for, from the disk each time.
 */
export function openSource(files: Files, path: string, asked?: ImportFormat): Outcome<Source> {
  const opened = files.openForReading(path)
  if (!opened.ok) return opened
  let first: Uint8Array
  try {
    first = firstOf(opened.value.chunks())
  } finally {
    opened.value.close()
  }
  if (begins(first, OLE)) return refused({ code: 'format-protected', path })
  const format = asked ?? (begins(first, ZIP) ? 'xlsx' : (endingFormat(path) ?? byContent(first)))
  if (format === undefined) return refused({ code: 'format-not-available', format: extname(path).slice(1) || path })
  switch (format) {
    case 'jsonl':
      // No text in UTF-8 has a zero byte; a picture, a workbook or a text in UTF-16 has one soon.
      if (first.includes(0)) return refused({ code: 'not-text', path })
      return done({ kind: 'records', format, rows: () => jsonLinesRows(chunksOf(files, path)) })
    case 'csv':
      return openCsv(files, path, first)
    case 'xlsx':
      return openWorkbook(files, path)
  }
}

/** A workbook is a ZIP archive; one with a password, or of before 2007, is a file system of Windows'. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function begins(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte)
}

/** A text may be called a workbook, but none can be read as one. */
function endingFormat(path: string): ImportFormat | undefined {
  const format = ENDINGS[extname(path).toLowerCase()]
  return format === 'xlsx' ? undefined : format
}

/** Archives are read whole, packed as they are. */
const PACKED_LIMIT = 150_000_000

function openWorkbook(files: Files, path: string): Outcome<Source> {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of chunksOf(files, path)) {
    length += piece.length
    if (length > PACKED_LIMIT) return refused({ code: 'file-too-large', path, limit: PACKED_LIMIT })
    pieces.push(piece)
  }
  const sheets = openXlsx(Buffer.concat(pieces))
  if (sheets === 'too-large') return refused({ code: 'unpacks-too-large' })
  if (!sheets) return refused({ code: 'format-broken', path, format: 'XLSX' })
  const tables = sheets.flatMap((sheet) => tableOf(sheet) ?? [])
  if (tables.length === 0) return refused({ code: 'no-table', path })
  return done({ kind: 'tables', format: 'xlsx', tables: joinRepeats(tables).map(joinChoices) })
}

function openCsv(files: Files, path: string, first: Uint8Array): Outcome<Source> {
  const encoding = encodingOf(chunksOf(files, path))
  if (isBinary(first, encoding)) return refused({ code: 'not-text', path })
  const rows = () => readCsv(decoded(chunksOf(files, path), encoding))
  const table = tableOf({ name: '', rows })
  return table
    ? done({ kind: 'tables', format: 'csv', tables: [joinChoices(table)] })
    : refused({ code: 'no-table', path })
}

function isBinary(first: Uint8Array, encoding: Encoding): boolean {
  return !encoding.startsWith('utf-16') && first.includes(0)
}

function byContent(first: Uint8Array): ImportFormat | undefined {
  const encoding = encodingOf([first])
  if (isBinary(first, encoding)) return undefined
  const text = [...decoded([first], encoding)].join('')
  if (/^\s*\{/.test(text)) return 'jsonl'
  return looksLikeCsv(text) ? 'csv' : undefined
}

function firstOf(chunks: Iterable<Uint8Array>): Uint8Array {
  for (const chunk of chunks) return chunk
  return new Uint8Array()
}

/** Reads a file piece by piece, and closes it however the reading ends. */
function* chunksOf(files: Files, path: string): Generator<Uint8Array> {
  const opened = files.openForReading(path)
  if (!opened.ok) return
  try {
    yield* opened.value.chunks()
  } finally {
    opened.value.close()
  }
}
