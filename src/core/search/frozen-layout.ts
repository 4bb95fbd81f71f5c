/** What a frozen segment is made of, in the order in which it lies in memory and in the kept file. */
const SECTIONS = {
  /** Spellings of words in order, and where each begins. */
  wordUnits: Uint16Array,
  wordStarts: Uint32Array,
  /** The term that each word is listed under, and how many records hold the word. */
  wordTerms: Uint32Array,
  wordHolders: Uint32Array,
  /** Words by how often they are held: the small numbers that streams are written in. */
  wordOfCode: Uint32Array,
  /** Keys of terms in order, and where each begins. */
  termUnits: Uint16Array,
  termStarts: Uint32Array,
  /** Whether a term stands in any title. */
  termTitles: Uint8Array,
  /** For each term its records: how far from the one before, and one byte of `packWeight`. */
  postingStarts: Uint32Array,
  postings: Uint8Array,
  /** For each record its words in order: code plus one, and zero between texts. */
  streamStarts: Uint32Array,
  streams: Uint8Array,
  /** Ids of records, and where each begins. */
  idUnits: Uint16Array,
  idStarts: Uint32Array,
  /** The hash of the texts that were indexed, and the mark of the state they were in. */
  hashes: Float64Array,
  marks: Float64Array,
} as const

type Name = keyof typeof SECTIONS

/** The sections of a frozen segment, as views of one buffer. */
export type FrozenViews = { readonly [name in Name]: InstanceType<(typeof SECTIONS)[name]> }

/** How many entries each section has. */
export type SectionLengths = { readonly [name in Name]: number }

const NAMES = Object.keys(SECTIONS) as readonly Name[]

/**
 * The version of what is kept. Raise it with every change of analysis or weights: an index kept by other rules is not
 * read, but made anew.
 */
const VERSION = 4

/** "TMNI", a version, the checksum in two numbers, then the length of each section. */
const MAGIC = 0x494e4d54
const HEAD = 4 + NAMES.length
const HEAD_BYTES = Math.ceil(HEAD / 2) * 8

/** Makes room for a frozen segment in one buffer. */
export function layFrozen(lengths: SectionLengths): { readonly buffer: ArrayBuffer; readonly views: FrozenViews } {
  const buffer = new ArrayBuffer(placesOf(lengths).end)
  const head = new Uint32Array(buffer, 0, HEAD)
  head[0] = MAGIC
  head[1] = VERSION
  NAMES.forEach((name, place) => (head[4 + place] = lengths[name]))
  return { buffer, views: viewsOf(buffer, lengths) }
}

/** Reads the sections of a buffer; null where it is not one of ours, not of this version, or not whole. */
export function readFrozen(buffer: ArrayBuffer): FrozenViews | null {
  if (buffer.byteLength < HEAD_BYTES) return null
  const head = new Uint32Array(buffer, 0, HEAD)
  if (head[0] !== MAGIC || head[1] !== VERSION) return null
  const lengths = Object.fromEntries(NAMES.map((name, place) => [name, head[4 + place] ?? 0])) as SectionLengths
  return placesOf(lengths).end === buffer.byteLength ? viewsOf(buffer, lengths) : null
}

/** How much is summed before anybody else gets a turn, in numbers of four bytes. */
const PIECE = 1 << 20

/** Sums a buffer piece by piece, and answers whether it is what was sealed. */
export function* isSealed(buffer: ArrayBuffer): Generator<undefined, boolean> {
  const [high, low] = yield* sumOf(buffer)
  const head = new Uint32Array(buffer, 0, HEAD)
  return head[2] === high && head[3] === low
}

/** Writes the checksum of a buffer into it, piece by piece. */
export function* seal(buffer: ArrayBuffer): Generator<undefined, void> {
  const sum = yield* sumOf(buffer)
  new Uint32Array(buffer, 0, HEAD).set(sum, 2)
}

function* sumOf(buffer: ArrayBuffer): Generator<undefined, readonly [number, number]> {
  const numbers = new Uint32Array(buffer)
  let high = 0x9e3779b1
  let low = 0x85ebca6b
  for (let from = 4; from < numbers.length; from += PIECE) {
    const until = Math.min(from + PIECE, numbers.length)
    for (let at = from; at < until; at += 1) {
      high = Math.imul(high ^ (numbers[at] ?? 0), 0x01000193)
      low = Math.imul(low + (numbers[at] ?? 0), 0x5bd1e995) ^ (low >>> 15)
    }
    yield
  }
  return [high >>> 0, low >>> 0]
}

function placesOf(lengths: SectionLengths): { readonly starts: readonly number[]; readonly end: number } {
  let end = HEAD_BYTES
  const starts = NAMES.map((name) => {
    const start = end
    end += Math.ceil((lengths[name] * SECTIONS[name].BYTES_PER_ELEMENT) / 8) * 8
    return start
  })
  return { starts, end }
}

function viewsOf(buffer: ArrayBuffer, lengths: SectionLengths): FrozenViews {
  const { starts } = placesOf(lengths)
  const views = NAMES.map((name, place) => [name, new SECTIONS[name](buffer, starts[place], lengths[name])])
  return Object.fromEntries(views) as FrozenViews
}
