import type { Held, KeptWord, TextIndex } from './text-index.ts'
import { createTextHash } from './text-hash.ts'

/** A record that is indexed: its id, its slot and the hash of its texts. */
export type IndexedRecord = { readonly id: string; readonly slot: number; readonly hash: number }

/**
 * The version of what is kept. Raise it with every change of analysis or weights: an index kept by other rules is not
 * read, but made anew.
 */
const VERSION = 1

const HEAD = `["temoin-search",${VERSION}]`

/**
 * Writes an index as lines, one record at a time, for a file that can be lost. `isCurrent` is asked before each line:
 * where the index has changed meanwhile, the lines end without the last one, and will not be read.
 */
export function* writeIndex(
  index: TextIndex,
  records: Iterable<IndexedRecord>,
  isCurrent: () => boolean,
): Generator<string, void, undefined> {
  const sum = createTextHash()
  const numbers = new Map<object, number>()
  yield HEAD
  for (const { id, slot, hash } of records) {
    if (!isCurrent()) return
    const fresh: string[] = []
    const held: number[] = []
    for (const [word, rest] of index.wordsOf(slot)) {
      let number = numbers.get(word)
      if (number === undefined) {
        number = numbers.size
        numbers.set(word, number)
        fresh.push(word.surface, word.term.key)
      }
      held.push(number, rest)
    }
    const line = JSON.stringify([id, hash, fresh, held])
    sum.add(line)
    yield line
  }
  yield `["end",${sum.value()}]`
}

/** Called with each record that was kept, and its words as `TextIndex.restore` takes them. */
export type OnKeptRecord = (id: string, hash: number, words: readonly Held<KeptWord>[]) => void

/** Takes lines one by one. Answers `more`, `done` after the last one, or `bad` as soon as they cannot be trusted. */
export function createIndexReader(onRecord: OnKeptRecord): (line: string) => 'more' | 'done' | 'bad' {
  const sum = createTextHash()
  const words: KeptWord[] = []
  let begun = false

  function readRecord(line: string): boolean {
    const [id, hash, fresh, held] = parse(line)
    if (typeof id !== 'string' || typeof hash !== 'number' || !isList(fresh) || !isList(held)) return false
    for (let at = 0; at < fresh.length; at += 2) words.push({ surface: String(fresh[at]), term: String(fresh[at + 1]) })
    const found: Held<KeptWord>[] = []
    for (let at = 0; at < held.length; at += 2) {
      const word = words[Number(held[at])]
      const rest = Number(held[at + 1])
      if (!word || !Number.isInteger(rest)) return false
      found.push([word, rest])
    }
    onRecord(id, hash, found)
    return true
  }

  return (line) => {
    if (!begun) {
      begun = true
      return line === HEAD ? 'more' : 'bad'
    }
    if (line.startsWith('["end",')) return line === `["end",${sum.value()}]` ? 'done' : 'bad'
    sum.add(line)
    return readRecord(line) ? 'more' : 'bad'
  }
}

function parse(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line)
    return isList(value) ? value : []
  } catch {
    return []
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
