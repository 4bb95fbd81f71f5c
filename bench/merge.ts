import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEnvironmentIn } from '../src/engine/environment.ts'
import { importJsonLines } from '../src/engine/import/import-jsonl.ts'
import { mergeStores } from '../src/engine/merge-stores.ts'
import {
  createWorkspaceFile,
  type OpenFile,
  openWorkspaceFile,
  saveOpenFile,
  writeCopy,
} from '../src/engine/workspace-file.ts'
import { calibrate, median } from './support/calibration.ts'
import { createCorpus } from './support/corpus.ts'

// node bench/merge.ts [records]: two copies of which a tenth has diverged on each side, against opening one of them,
// and the same divergence among twice as many records. Each stage in a process of its own.
const [, script = '', first = '20000', stage, folder = '', all = first] = process.argv
const count = Number(first)
const DIVERGED = count / 10
const WORDS = 60
const ROUNDS = 3

type Environment = Awaited<ReturnType<typeof openEnvironmentIn>>
type Times = { readonly open: number; readonly union: number; readonly save: number }

if (stage === undefined) runStages()
else if (stage === 'make') await make(Number(all))
else console.log(JSON.stringify(await measure()))

function runStages(): void {
  console.log(`J (JSON.parse of a fixed text) ${ms(calibrate())}`)
  const once = measured(count)
  const twice = measured(count * 2)
  const whole = once.open + once.union
  console.log(
    `reading the copy and taking in what it has: ${(whole / once.open).toFixed(2)} × opening one (limit: 5 ×)`,
  )
  console.log(`taking in, among twice the records: ${(twice.union / once.union).toFixed(2)} × (limit: 1.2 ×)`)
  console.log(`J ${ms(calibrate())}`)
}

function measured(records: number): Times {
  const scratch = mkdtempSync(join(tmpdir(), 'temoin-bench-'))
  const run = (name: string) => {
    const args = ['--expose-gc', script, String(count), name, scratch, String(records)]
    return execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  }
  try {
    process.stdout.write(run('make'))
    const times = JSON.parse(run('measure')) as Times
    console.log(
      `  open and check one ${ms(times.open)}, take in the other's changes ${ms(times.union)}, save with everybody's bytes ${ms(times.save)}`,
    )
    return times
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function make(records: number): Promise<void> {
  const environment = await openEnvironmentIn(join(folder, 'data'), 'Bench')
  const made = await createWorkspaceFile(environment, { path: here(), name: 'Bench', lang: 'en', force: true })
  if (!made.ok) throw new Error(made.problem.code)
  const { workspace } = made.value
  const work = importJsonLines(workspace, lines(records), { dryRun: false })
  while (!work.next().done);
  await saveOpenFile(environment, made.value)
  await writeCopy(environment, made.value, there(), { light: false })
  await diverge(environment, here(), 0, 'Awa')
  // Half of the other side's records are the same ones.
  await diverge(environment, there(), DIVERGED / 2, 'Luis')
  const changes = workspace.store.changeCount()
  console.log(`${records} records, ${changes} changes, ${(statSync(here()).size / 1e6).toFixed(0)} MB`)
  workspace.store.close()
}

/** Someone edits a tenth of the records: the title, a text, a tag. */
async function diverge(environment: Environment, path: string, from: number, author: string): Promise<void> {
  const file = await opened({ ...environment, author: () => author }, path)
  const { workspace } = file
  const cards = workspace.store.cards().slice(from, from + DIVERGED)
  for (const { id, lang, titles } of cards) {
    const title = `${titles[lang] ?? ''} (${author})`
    workspace.change(id, [
      { op: 'set', field: 'title', locale: lang, value: title },
      { op: 'set', field: 'summary', locale: lang, value: `${author} has rewritten this.` },
      { op: 'add', field: 'themes', value: author === 'Awa' ? 'youth' : 'health' },
    ])
  }
  const saved = await saveOpenFile(environment, file)
  if (!saved.ok) throw new Error(saved.problem.code)
  workspace.store.close()
}

async function measure(): Promise<Times> {
  const environment = await openEnvironmentIn(join(folder, 'data'), 'Bench')
  const opens: number[] = []
  const unions: number[] = []
  const saves: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await opened(environment, here())
    const started = performance.now()
    const theirs = await opened(environment, there())
    const read = performance.now()
    const merged = mergeStores(ours.workspace, [{ store: theirs.workspace.store, path: there() }], { dryRun: false })
    if (!merged.ok || merged.value.records.changed !== DIVERGED) throw new Error('the bench merged something else')
    const joined = performance.now()
    await writeCopy(environment, ours, join(folder, 'merged.temoin'), { light: false })
    opens.push(read - started)
    unions.push(joined - read)
    saves.push(performance.now() - joined)
    ours.workspace.store.close()
    theirs.workspace.store.close()
  }
  return { open: median(opens), union: median(unions), save: median(saves) }
}

async function opened(environment: Environment, path: string): Promise<OpenFile> {
  const file = await openWorkspaceFile(environment, path)
  if (!file.ok) throw new Error(file.problem.code)
  return file.value
}

function here(): string {
  return join(folder, 'awa.temoin')
}

function there(): string {
  return join(folder, 'luis.temoin')
}

function* lines(records: number): Generator<Uint8Array> {
  const corpus = createCorpus({ words: WORDS })
  for (let number = 0; number < records; number += 1) {
    const { id, lang, title, summary, sections, sdgs, themes, countries, year } = corpus.record(number)
    const fields = Object.fromEntries(sections.map(({ field, text }) => [field, text]))
    const line = { id, lang, title, summary, fields, sdgs, themes, countries, period: { from: String(year) } }
    yield Buffer.from(`${JSON.stringify(line)}\n`)
  }
}

function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}
