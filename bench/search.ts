import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '../src/engine/read-chunks.ts'
import { goalOf } from '../src/core/taxonomy/sdgs.ts'
import { parentOf } from '../src/core/taxonomy/themes.ts'
import { createLibrary } from '../src/core/search/library.ts'
import type { LibraryQuery } from '../src/core/search/query.ts'
import { busy, calibrate, median, percentile, timed } from './support/calibration.ts'
import { cardOf, textsOf } from './support/corpus-library.ts'
import { createCorpus, type CorpusRecord } from './support/corpus.ts'
import { createFullTextTable } from './support/full-text-table.ts'
import { typings } from './support/keystrokes.ts'
import { createPlainMiniSearch } from './support/plain-minisearch.ts'

// node --expose-gc bench/search.ts [records] [--minisearch]
const count = Number(process.argv[2] ?? 10_000) || 10_000
const withMiniSearch = process.argv.includes('--minisearch')
const SLICE = 50

const before = calibrate()
const corpus = createCorpus({ words: 650 })
const records = new Map<string, CorpusRecord>()
const made = timed(() => {
  for (let number = 0; number < count; number += 1) {
    const record = corpus.record(number)
    records.set(record.id, record)
  }
})
const size = [...records.values()].reduce((sum, record) => sum + textSize(record), 0)
console.log(`${count} records, ${round(size / 1e6)} M characters, made in ${round(made)} ms`)

const base: LibraryQuery = {
  query: '',
  filters: {},
  sort: 'relevance',
  descending: true,
  offset: 0,
  limit: 20,
  lang: 'en',
}

function newLibrary() {
  return createLibrary({
    now: () => performance.now(),
    textsOf: (card) => textsOf(records.get(card.id) as CorpusRecord),
    goalOf,
    parentOf,
  })
}

function fill(library: ReturnType<typeof newLibrary>): number {
  return timed(() => [...records.values()].forEach((record, number) => library.put(cardOf(record, number))))
}

function work(library: ReturnType<typeof newLibrary>): { readonly total: number; readonly longest: number } {
  const steps: number[] = []
  const total = timed(() => {
    for (;;) {
      const started = performance.now()
      const done = library.step(SLICE)
      steps.push(performance.now() - started)
      if (done) return
    }
  })
  return { total, longest: Math.max(...steps) }
}

const library = newLibrary()
const filled = fill(library)
const listed = timed(() => library.search({ ...base, sort: 'modified' }))
const titled = timed(() => library.search({ ...base, sort: 'title', descending: false }))
const titledAgain = timed(() => library.search({ ...base, sort: 'title', descending: false }))
const heapBefore = heap()
let built = { total: 0, longest: 0 }
const builtBusy = busy(() => (built = work(library)))
const heapAfter = heap()
console.log(
  `cards put in ${round(filled)} ms; first list ${round(listed)} ms; first list by title ${round(titled)} ms, then ${round(titledAgain)} ms`,
)
console.log(
  `index built in ${round(built.total)} ms (${round(builtBusy)} ms busy), longest step ${round(built.longest)} ms, heap ${round((heapAfter - heapBefore) / 1e6)} MB`,
)

measureKeeping()

const table = createFullTextTable()
const tableBusy = busy(() => records.forEach((record) => table.add(record)))
console.log(`FTS5 built in ${round(tableBusy)} ms busy`)
const plain = withMiniSearch ? createPlainMiniSearch() : null
if (plain) {
  const heapPlain = heap()
  const plainBusy = busy(() => records.forEach((record) => plain.add(record)))
  const plainHeap = heap() - heapPlain
  const plainKept = timed(() => plain.kept())
  console.log(
    `MiniSearch alone built in ${round(plainBusy)} ms busy, heap ${round(plainHeap / 1e6)} MB, written in ${round(plainKept)} ms`,
  )
}

type Engine = readonly [name: string, search: (query: string) => unknown]
const engines: readonly Engine[] = [
  ['library', (query) => library.search({ ...base, query })],
  ['FTS5', (query) => table.search(query)],
  ...(plain ? [['MiniSearch alone', (query: string) => plain.search(query)] as const] : []),
]
const figures = engines.map(() => new Map<string, number[]>())
for (const { query, kind } of typings(corpus, count, 96)) {
  const groups = [query.length >= 2 ? 'from 2 letters' : '1 letter', `${Math.min(query.length, 4)}`, kind]
  engines.forEach(([, search], at) => {
    const time = timed(() => search(query))
    for (const group of groups) figures[at]?.set(group, [...(figures[at]?.get(group) ?? []), time])
  })
}
for (const group of ['from 2 letters', '1 letter', '2', '3', '4', 'word', 'words', 'name', 'typo']) {
  const cells = engines.map(([name], at) => {
    const times = figures[at]?.get(group) ?? []
    return `${name} ${[50, 95, 99].map((share) => round(percentile(times, share))).join(' / ')}`
  })
  console.log(`${group.padEnd(15)} p50 / p95 / p99 ms: ${cells.join('   ')}`)
}
const all = figures.map((groups) => percentile(groups.get('from 2 letters') ?? [], 95))
const edited = records.get('bench-1')
if (edited) {
  records.set('bench-1', { ...edited, title: `${edited.title} Ouagadougou` })
  library.put(cardOf(edited, 1))
  console.log(`one edit, then a search: ${round(timed(() => library.search({ ...base, query: 'ouagadougou' })))} ms`)
}
const after = calibrate()
console.log(`J ${round(before)} before, ${round(after)} after; p95 is ${round((all[0] ?? 0) / after)} J`)
console.log(
  `p95 against FTS5: ${round((all[0] ?? 0) / (all[1] ?? 1))}${plain ? `, against MiniSearch alone: ${round((all[0] ?? 0) / (all[2] ?? 1))}` : ''}`,
)

/** Keeps the index in a file, and reads it into a second library, which is gone afterwards. */
function measureKeeping(): void {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-bench-'))
  const file = join(folder, 'kept.index')
  try {
    const bytes = new Uint8Array(library.kept() ?? new ArrayBuffer(0))
    writeFileSync(file, bytes)
    const read = median(Array.from({ length: 5 }, () => timed(() => readFileSync(file))))
    const again = newLibrary()
    fill(again)
    let works = { total: 0, longest: 0 }
    const loaded = timed(() => {
      const opened = openForReading(file)
      if (!opened.ok) throw new Error('The kept index cannot be read.')
      again.load(opened.value.chunks())
      works = work(again)
      opened.value.close()
    })
    const answered = timed(() => again.search({ ...base, query: 'volunteers' }))
    const checked = timed(() => again.check(Number.POSITIVE_INFINITY))
    console.log(
      `index kept: ${round(bytes.length / 1e6)} MB, ${round(bytes.length / size)} of the text, file read in ${round(read)} ms; ` +
        `opened in ${round(loaded)} ms, longest step ${round(works.longest)} ms, ${again.indexedAnew()} indexed anew, ` +
        `first answer ${round(answered)} ms: ${round((loaded + answered) / read)} × reading; compared with the texts in ${round(checked)} ms`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function textSize({ title, summary, sections }: CorpusRecord): number {
  return title.length + summary.length + sections.reduce((sum, { text }) => sum + text.length, 0)
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}
