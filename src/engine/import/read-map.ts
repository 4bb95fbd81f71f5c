import { type Mapping, readMapping } from '../../core/tables/mapping.ts'
import { type Outcome, refused } from '../../core/problem.ts'
import type { EngineEnvironment } from '../environment.ts'
import { parseLine } from './parse-line.ts'

const MAP_LIMIT = 4_000_000

/** Reads the file of a mapping. */
export function readMapFile(environment: Pick<EngineEnvironment, 'openForReading'>, path: string): Outcome<Mapping> {
  const opened = environment.openForReading(path)
  if (!opened.ok) return opened
  const pieces: Uint8Array[] = []
  try {
    let length = 0
    for (const piece of opened.value.chunks()) {
      length += piece.length
      if (length > MAP_LIMIT) return refused({ code: 'format-broken', path, format: 'JSON' })
      pieces.push(piece)
    }
  } finally {
    opened.value.close()
  }
  const json = parseLine(Buffer.concat(pieces).toString('utf8'))
  return json === undefined ? refused({ code: 'format-broken', path, format: 'JSON' }) : readMapping(json)
}
