import { execFileSync } from 'node:child_process'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEnvironmentIn } from '../src/engine/environment.ts'
import { importJsonLines } from '../src/engine/import/import-jsonl.ts'
import { keepIndex, loadKeptIndex } from '../src/engine/kept-index.ts'
import { createSearch } from '../src/engine/search.ts'
import { createWorkspaceFile, openWorkspaceFile, saveOpenFile } from '../src/engine/workspace-file.ts'
import { calibrate, median } from './support/calibration.ts'
import { createCorpus } from './support/corpus.ts'

// node bench/workspace.ts [records]: importing, saving, opening and memory, each stage in a process of its own.
const [, script = '', first = '10000', stage, folder = ''] = process.argv
const count = Number(first)
const ROUNDS = 5

if (stage === undefined) runStages()
else await runStage(stage)

function runStages(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'temoin-bench-'))
  try {
    console.log(`J (JSON.parse of a fixed text) ${ms(calibrate())}`)
    for (const name of ['passages', 'import', 'open-cold', 'open-kept', 'save']) {
      process.stdout.write(
        execFileSync(process.execPath, ['--expose-gc', script, String(count), name, scratch], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      )
    }
    console.log(`J ${ms(calibrate())}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function runStage(name: string): Promise<void> {
  const environment = await openEnvironmentIn(join(folder, 'data'), 'Bench')
  const path = join(folder, 'bench.temoin')
  switch (name) {
    case 'passages':
      return importStage(environment, join(folder, 'passages.temoin'), 15_000, 60, 'short passages')
    case 'import':
      return importStage(environment, path, count, 500, 'records of about 500 words')
    case 'open-cold':
      return openStage(environment, path, false)
    case 'open-kept':
      return openStage(environment, path, true)
    default:
      return saveStage(environment, path)
  }
}

type Environment = Awaited<ReturnType<typeof openEnvironmentIn>>

async function importStage(
  environment: Environment,
  path: string,
  records: number,
  words: number,
  what: string,
): Promise<void> {
  const source = join(folder, `${records}-${words}.jsonl`)
  writeFileSync(source, linesFor(records, words))
  const made = await createWorkspaceFile(environment, { path, name: 'Bench', lang: 'en', force: true })
  const opened = environment.openForReading(source)
  if (!made.ok || !opened.ok) throw new Error('the bench could not start')
  const started = performance.now()
  const work = importJsonLines(made.value.workspace, opened.value.chunks(), { dryRun: false })
  let step = work.next()
  while (!step.done) step = work.next()
  const imported = performance.now() - started
  await saveOpenFile(environment, made.value)
  const total = performance.now() - started
  console.log(
    `import of ${step.value.imported} ${what}: ${ms(imported)}, and saved ${ms(total)}; file ${mb(statSync(path).size)}; ${memory()}`,
  )
}

function linesFor(records: number, words: number): string {
  const corpus = createCorpus({ words })
  const isPassage = words < 100
  return Array.from({ length: records }, (_, number) => {
    const { id, lang, title, summary, sections, sdgs, themes, countries, year } = corpus.record(number)
    const fields = Object.fromEntries(sections.map(({ field, text }) => [field, text]))
    if (isPassage)
      return `${JSON.stringify({ id, lang, title, body: sections.map(({ text }) => text).join(' '), sdgs })}\n`
    return `${JSON.stringify({ id, kind: 'case-study', lang, title, summary, fields, sdgs, themes, countries, period: { from: String(year) } })}\n`
  }).join('')
}

/** From a file on disk to the first answer: reading, checking, listing, indexing, one query. */
async function openStage(environment: Environment, path: string, kept: boolean): Promise<void> {
  const read = median(Array.from({ length: ROUNDS }, () => time(() => readFileSync(path))))
  const started = performance.now()
  const opened = await openWorkspaceFile(environment, path)
  if (!opened.ok) throw new Error(opened.problem.code)
  const { workspace } = opened.value
  const open = performance.now() - started
  const search = createSearch(workspace, () => performance.now())
  const query = {
    query: '',
    filters: {},
    sort: 'modified',
    descending: true,
    offset: 0,
    limit: 50,
    lang: 'en',
  } as const
  search.page(query)
  const listed = performance.now() - started
  if (kept) loadKeptIndex(environment, workspace.store.header.id, search)
  search.buildWhole()
  search.page({ ...query, query: 'water', sort: 'relevance' })
  const found = performance.now() - started
  const how = kept ? 'with the kept index' : 'indexing everything'
  console.log(
    `open, ${how}: checked ${ms(open)} (${ratio(open, read)} reading the file, ${ms(read)}), first list ${ms(listed)} (${ratio(listed, read)}), first search over everything ${ms(found)} (${ratio(found, read)}); ${memory()}`,
  )
  if (!kept) await keepIndex(environment, workspace.store.header.id, search)
}

/** One edit and a save, against writing the same bytes durably to a file. */
async function saveStage(environment: Environment, path: string): Promise<void> {
  const opened = await openWorkspaceFile(environment, path)
  if (!opened.ok) throw new Error(opened.problem.code)
  const { workspace } = opened.value
  const id = workspace.store.cards()[0]?.id ?? ''
  const saves: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    workspace.change(id, [{ op: 'set', field: 'title', locale: 'en', value: `Round ${round}` }])
    const started = performance.now()
    const saved = await saveOpenFile(environment, opened.value)
    if (!saved.ok) throw new Error(saved.problem.code)
    saves.push(performance.now() - started)
  }
  const bytes = readFileSync(path)
  mkdirSync(join(folder, 'plain'), { recursive: true })
  const plain = median(
    Array.from({ length: ROUNDS }, (_, round) => time(() => writePlain(join(folder, 'plain', `${round}`), bytes))),
  )
  const save = median(saves)
  console.log(
    `save after one edit: ${ms(save)} (${ratio(save, plain)} writing and syncing the same ${mb(bytes.length)}, ${ms(plain)}); ${memory()}`,
  )
}

function writePlain(path: string, bytes: Uint8Array): void {
  const file = openSync(`${path}.tmp`, 'w')
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.tmp`, path)
}

function time(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function memory(): string {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return `memory ${mb(rss)} resident, ${mb(heapUsed)} heap`
}

function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(1)} ×`
}
