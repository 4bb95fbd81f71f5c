import { extname } from 'node:path'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { tableOf } from '../../core/tables/table.ts'
import { looksLikeCsv, readCsv } from '../../formats/csv/read-csv.ts'
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
  const format = asked ?? ENDINGS[extname(path).toLowerCase()] ?? byContent(first)
  if (format === undefined) return refused({ code: 'format-not-available', format: extname(path).slice(1) || path })
  switch (format) {
    case 'jsonl':
      // No text in UTF-8 has a zero byte; a picture, a workbook or a text in UTF-16 has one soon.
      if (first.includes(0)) return refused({ code: 'not-text', path })
      return done({ kind: 'records', format, rows: () => jsonLinesRows(chunksOf(files, path)) })
    case 'csv':
      return openCsv(files, path, first)
  }
}

function openCsv(files: Files, path: string, first: Uint8Array): Outcome<Source> {
  const encoding = encodingOf(chunksOf(files, path))
  if (isBinary(first, encoding)) return refused({ code: 'not-text', path })
  const rows = () => readCsv(decoded(chunksOf(files, path), encoding))
  const table = tableOf({ name: '', rows })
  return table ? done({ kind: 'tables', format: 'csv', tables: [table] }) : refused({ code: 'no-table', path })
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
