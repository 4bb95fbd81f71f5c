import { analyse, type Analysed } from './analyse.ts'
import { MOST_WEIGHT } from './postings.ts'
import { type SearchedText, TITLE_WEIGHT } from './searched-texts.ts'
import { eachToken } from './tokens.ts'

/** What a record is found by. */
export type WeighedWords = {
  /** Every word in the order of the texts, small words too; null between two texts. */
  readonly stream: readonly (Analysed | null)[]
  /** The words that it is listed under. */
  readonly indexed: ReadonlySet<Analysed>
  /** How much each term counts in this record: a whole number from 1 to `MOST_WEIGHT`. */
  readonly weights: ReadonlyMap<string, number>
  readonly titleTerms: ReadonlySet<string>
}

/** How often each word comes up in the fields of one weight and version, and how many words these have. */
type Counted = {
  readonly version: SearchedText['version']
  readonly weight: number
  readonly counts: Map<Analysed, { times: number }>
  length: number
}

const SATURATION = 1.2
const LENGTH_MATTERS = 0.6
const SCALE = 100

/**
 * Reads the texts of one record and weighs each term, in the manner of BM25: rare repetition counts, long repetition
 * less and less, and a mention in a short field more than one in a long field.
 *
 * Field lengths are compared with what is usual for the kind of field rather than with the average of the workspace, so
 * that a record weighs the same whatever else is there and whenever it came. Versions in several languages are weighed
 * apart and the best one counts: a record does not gain by being translated.
 */
export function weighWords(texts: readonly SearchedText[]): WeighedWords {
  const stream: (Analysed | null)[] = []
  const fields = countWords(texts, stream)
  const indexed = new Set<Analysed>()
  const titleTerms = new Set<string>()
  for (const { weight, counts } of fields) {
    for (const word of counts.keys()) {
      indexed.add(word)
      if (weight >= TITLE_WEIGHT) titleTerms.add(word.term)
    }
  }
  const best = new Map<string, number>()
  for (const version of new Set(fields.map((field) => field.version))) {
    if (version === null) continue
    for (const [term, weight] of weigh(fields, version)) best.set(term, Math.max(weight, best.get(term) ?? 0))
  }
  for (const [term, weight] of weigh(fields, null)) best.set(term, weight + (best.get(term) ?? 0))
  for (const [term, weight] of best) best.set(term, Math.max(1, Math.min(MOST_WEIGHT, Math.round(weight * SCALE))))
  return { stream, indexed, weights: best, titleTerms }
}

function countWords(texts: readonly SearchedText[], stream: (Analysed | null)[]): readonly Counted[] {
  const fields = new Map<string, Counted>()
  const others = new Set<Analysed>()
  for (const { text, version, weight, analysedAs } of texts) {
    const key = `${version} ${weight}`
    const field: Counted = fields.get(key) ?? { version, weight, counts: new Map(), length: 0 }
    fields.set(key, field)
    const { counts } = field
    eachToken(text, (start, end) => {
      const word = analyse(text.slice(start, end), analysedAs)
      stream.push(word)
      for (const other of word.also) others.add(other)
      // A title is short, and may be known by its small words ("Who is who").
      if (word.stop && weight < TITLE_WEIGHT) return
      field.length += 1
      count(counts, word)
      for (const other of word.also) count(counts, other)
    })
    stream.push(null)
  }
  // What a word can also be found by stands beside nothing.
  for (const other of others) stream.push(other, null)
  return [...fields.values()]
}

function count(counts: Counted['counts'], word: Analysed): void {
  const counted = counts.get(word)
  if (counted) counted.times += 1
  else counts.set(word, { times: 1 })
}

function weigh(fields: readonly Counted[], version: SearchedText['version']): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { weight, counts, length } of fields.filter((field) => field.version === version)) {
    const longer = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / usualLength(weight))
    const byTerm = new Map<string, number>()
    for (const [{ term }, { times }] of counts) byTerm.set(term, times + (byTerm.get(term) ?? 0))
    for (const [term, times] of byTerm) {
      const gain = (weight * times * (SATURATION + 1)) / (times + longer)
      weights.set(term, gain + (weights.get(term) ?? 0))
    }
  }
  return weights
}

/** How many words that mean something a field of this weight usually has. */
function usualLength(weight: number): number {
  if (weight >= TITLE_WEIGHT) return 6
  if (weight >= 3) return 30
  return weight === 2 ? 20 : 250
}
