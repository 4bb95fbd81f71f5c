import { done, type Outcome, refused } from '../../core/problem.ts'
import type { EngineEnvironment } from '../environment.ts'
import type { Workspace } from '../workspace.ts'
import { type ImportResult, importJsonLines } from './import-jsonl.ts'

/**
 * Imports a file of JSON Lines piece by piece; refuses one that cannot be read, or is no text at all. Yields after every
 * batch, as `importJsonLines` does.
 */
export function* importFile(
  environment: EngineEnvironment,
  workspace: Workspace,
  path: string,
  options: { readonly dryRun: boolean },
): Generator<ImportResult, Outcome<ImportResult>> {
  const opened = environment.openForReading(path)
  if (!opened.ok) return opened
  try {
    const pieces = opened.value.chunks()[Symbol.iterator]()
    const first = pieces.next()
    if (!first.done && isBinary(first.value)) return refused({ code: 'not-text', path })
    return done(yield* importJsonLines(workspace, withFirst(first, pieces), options))
  } finally {
    opened.value.close()
  }
}

/** No text in UTF-8 has a zero byte; a picture, a workbook or a text in UTF-16 has one soon. */
function isBinary(piece: Uint8Array): boolean {
  return piece.includes(0)
}

function* withFirst<T>(first: IteratorResult<T>, others: Iterator<T>): Generator<T> {
  for (let next = first; !next.done; next = others.next()) yield next.value
}
