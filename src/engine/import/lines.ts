/** Longest line that an import reads, in bytes: a record with a million characters of text fits. */
export const LINE_LIMIT = 8_000_000

/** One line of a file: its text, or why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly fault: 'too-long' | 'not-utf-8' }

const NEWLINE = 0x0a

/**
 * Splits bytes that arrive in pieces into lines of UTF-8, without ever holding more than one line. A line over
 * `LINE_LIMIT` is passed over to its end and reported. A byte order mark and empty lines are passed over silently.
 */
export function* linesOf(chunks: Iterable<Uint8Array>): Generator<Line> {
  let pieces: Uint8Array[] = []
  let held = 0
  let number = 0
  for (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      if (held <= LINE_LIMIT) pieces.push(chunk.slice(start, end))
      held += end - start
      number += 1
      yield* lineOf(number, pieces, held)
      pieces = []
      held = 0
      start = end + 1
    }
    if (held <= LINE_LIMIT) pieces.push(chunk.slice(start))
    held += chunk.length - start
    if (held > LINE_LIMIT) pieces = []
  }
  if (held > 0) yield* lineOf(number + 1, pieces, held)
}

function* lineOf(number: number, pieces: readonly Uint8Array[], length: number): Generator<Line> {
  if (length > LINE_LIMIT) {
    yield { number, fault: 'too-long' }
    return
  }
  const text = decode(pieces)
  if (text === undefined) yield { number, fault: 'not-utf-8' }
  else if (text.trim() !== '') yield { number, text }
}

function decode(pieces: readonly Uint8Array[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    return undefined
  }
}
