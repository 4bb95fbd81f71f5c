import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openForReading } from '../src/engine/read-chunks.ts'
import { goalOf } from '../src/core/taxonomy/sdgs.ts'
import { parentOf } from '../src/core/taxonomy/themes.ts'
import { createLibrary } from '../src/core/search/library.ts'
import type { LibraryQuery } from '../src/core/search/query.ts'
import { busy, calibrate, median, percentile, timed } from './support/calibration.ts'
import { cardOf, textsOf } from './support/corpus-library.ts'
import { createCorpus, type CorpusRecord } from './support/corpus.ts'
import { typings } from './support/keystrokes.ts'
import { type Peer, PEERS } from './support/peers.ts'
import { knownQueries, MISTAKES } from './support/recall.ts'

// node --expose-gc bench/search.ts [records] [--peers=fts5,minisearch,flexsearch,tiddlywiki] [--queries=96]
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'string', default: 'fts5' }, queries: { type: 'string', default: '96' } },
})
const count = Number(positionals[0] ?? 10_000) || 10_000
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
      let done = false
      steps.push(busy(() => (done = library.step(SLICE))))
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
  `index built in ${round(built.total)} ms (${round(builtBusy)} ms busy), longest step ${round(built.longest)} ms busy, heap ${round((heapAfter - heapBefore) / 1e6)} MB`,
)

measureKeeping()

type Engine = readonly [name: string, search: (query: string) => readonly string[]]
const engines: Engine[] = [['library', (query) => library.search({ ...base, query }).hits.map(({ card }) => card.id)]]
for (const name of options.peers.split(',').filter((entry) => entry !== '')) {
  const make = PEERS[name]
  if (!make) throw new Error(`There is no peer ${name}; there are ${Object.keys(PEERS).join(', ')}.`)
  const before = process.memoryUsage.rss()
  const peer: Peer = await make()
  const peerBusy = busy(() => records.forEach((record) => peer.add(record)))
  globalThis.gc?.()
  console.log(
    `${name} built in ${round(peerBusy)} ms busy, ${round((process.memoryUsage.rss() - before) / 1e6)} MB more resident`,
  )
  engines.push([name, peer.search])
}

const figures = engines.map(() => new Map<string, number[]>())
for (const { query, kind } of typings(corpus, count, Number(options.queries))) {
  const groups = [query.length >= 2 ? 'from 2 letters' : '1 letter', `${Math.min(query.length, 4)}`, kind]
  engines.forEach(([, search], at) => {
    const time = busy(() => search(query))
    for (const group of groups) figures[at]?.set(group, [...(figures[at]?.get(group) ?? []), time])
  })
}
for (const group of ['from 2 letters', '1 letter', '2', '3', '4', 'word', 'words', 'name', 'typo']) {
  const cells = engines.map(([name], at) => {
    const times = figures[at]?.get(group) ?? []
    return `${name} ${[50, 95, 99].map((share) => round(percentile(times, share))).join(' / ')}`
  })
  console.log(`${group.padEnd(15)} p50 / p95 / p99 ms busy: ${cells.join('   ')}`)
}
const all = figures.map((groups) => percentile(groups.get('from 2 letters') ?? [], 95))

const known = knownQueries(corpus, count, Number(options.queries))
for (const mistake of MISTAKES) {
  const asked = known.filter(({ kind }) => kind === mistake)
  const cells = engines.map(([name, search]) => {
    const found = asked.filter(({ query, id }) => search(query).slice(0, 10).includes(id))
    return `${name} ${round(found.length / asked.length)}`
  })
  console.log(`found among the first 10, a letter ${mistake.padEnd(8)}: ${cells.join('   ')}`)
}
const edited = records.get('bench-1')
if (edited) {
  records.set('bench-1', { ...edited, title: `${edited.title} Ouagadougou` })
  library.put(cardOf(edited, 1))
  console.log(`one edit, then a search: ${round(timed(() => library.search({ ...base, query: 'ouagadougou' })))} ms`)
}
const after = calibrate()
console.log(`J ${round(before)} before, ${round(after)} after; p95 is ${round((all[0] ?? 0) / after)} J`)
engines.slice(1).forEach(([name], at) => {
  console.log(`p95 of ${name} against the library's: ${round((all[at + 1] ?? 0) / (all[0] ?? 1))} times as long`)
})

/** Keeps the index in a file, and reads it into a second library, which is gone afterwards. */
function measureKeeping(): void {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-bench-'))
  const file = join(folder, 'kept.index')
  try {
    const bytes = new Uint8Array(library.kept() ?? new ArrayBuffer(0))
    writeFileSync(file, bytes)
    const read = median(Array.from({ length: 5 }, () => busy(() => readFileSync(file))))
    const again = newLibrary()
    fill(again)
    let works = { total: 0, longest: 0 }
    const loaded = busy(() => {
      const opened = openForReading(file)
      if (!opened.ok) throw new Error('The kept index cannot be read.')
      again.load(opened.value.chunks())
      works = work(again)
      opened.value.close()
    })
    const answered = busy(() => again.search({ ...base, query: 'volunteers' }))
    const checked = busy(() => again.check(Number.POSITIVE_INFINITY))
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
