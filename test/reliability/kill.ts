/**
 * A program that is killed while it saves without pause loses nothing that its journal had taken, tears no file, and
 * never brings back less than it had said was saved.
 *
 * Real processes run the real session on real files, with people typing at several workspaces in each, and get SIGKILL
 * at any moment. The next process opens the same workspaces and says what it found.
 */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../support/engine.ts'
import { prove, type Run } from './support/prove.ts'
import type { Said } from './support/typist.ts'

/** People at work in one process: one kill takes them all, each at a moment of their own. */
const DESKS = 5
/** After so many kills everybody begins a new workspace, so that what is typed stays short. */
const KILLS_PER_WORKSPACE = 10
const LANES = 2
/** Typing that is older than this is in the journal. */
const LOST_AT_MOST_MILLIS = 2_000
const TYPIST = join(import.meta.dirname, 'support', 'typist.ts')

/** What is known of one workspace from what its people have said. */
type Desk = { readonly typedAt: Map<number, number>; readonly safe: Set<number> }

await prove({ figure: 'kill', reach: 1_000 }, async (run) => {
  const environment = computer({ author: 'Awa' })
  const file = await newWorkspace(environment)
  const id = record(file.workspace, [title('Les comités d’eau')])
  must(await saveOpenFile(environment, file))
  const cache = mkdtempSync(join(tmpdir(), 'temoin-kill-cache-'))
  // A process that ends by itself leaves its compiled program behind for those that will not.
  spawnSync(process.execPath, [TYPIST, cache, id, '0'], { env: { ...process.env, NODE_COMPILE_CACHE: cache } })
  let waiting = Math.ceil(run.reach / (DESKS * KILLS_PER_WORKSPACE))
  const lane = async () => {
    while (waiting > 0) {
      waiting -= 1
      await workspaces(run, { path: file.path, id, cache }, waiting)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  rmSync(cache, { recursive: true, force: true })
})

async function workspaces(
  run: Run,
  from: { readonly path: string; readonly id: string; readonly cache: string },
  index: number,
): Promise<void> {
  const random = run.random(index)
  const folder = newFolder()
  for (let desk = 0; desk < DESKS; desk += 1) {
    mkdirSync(join(folder, String(desk)))
    copyFileSync(from.path, join(folder, String(desk), 'Équipe.temoin'))
  }
  const desks: readonly Desk[] = Array.from({ length: DESKS }, () => ({ typedAt: new Map(), safe: new Set() }))
  for (let kill = 0; kill <= KILLS_PER_WORKSPACE; kill += 1) {
    const isLast = kill === KILLS_PER_WORKSPACE
    const args = [TYPIST, folder, from.id, String(DESKS), String(1 + kill * 100_000)]
    await untilKilled(run, desks, args, from.cache, isLast ? 0 : 1 + random.below(150), index)
    if (isLast) break
    run.count(DESKS)
    run.note('processes killed')
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Runs a process, looks at what it finds, lets it work until it has said so much, and kills it. */
async function untilKilled(
  run: Run,
  desks: readonly Desk[],
  args: readonly string[],
  cache: string,
  lines: number,
  index: number,
): Promise<void> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  const opened = new Set<number>()
  const said: { readonly said: Said; readonly at: number }[] = []
  let left = lines
  const itIsTime = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const each = JSON.parse(line) as Said
      said.push({ said: each, at: Date.now() })
      if (each.what === 'opened' || each.what === 'refused') opened.add(each.desk)
      else if (opened.size === desks.length) left -= 1
      if (opened.size === desks.length && left <= 0) resolve()
    })
    child.once('exit', () => resolve())
  })
  const closed = new Promise((resolve) => {
    child.once('close', resolve)
  })
  await itIsTime
  const killedAt = Date.now()
  if (!child.kill('SIGKILL')) run.fail('the process ended by itself', index)
  await closed
  for (const { said: each, at } of said) hear(run, desks, each, at, killedAt, index)
}

function hear(run: Run, desks: readonly Desk[], said: Said, at: number, killedAt: number, index: number): void {
  const desk = desks[said.desk]
  if (!desk) return
  switch (said.what) {
    case 'refused':
      run.fail(`a workspace does not open any more: ${said.text}`, index)
      break
    case 'opened':
      compare(run, desk, said.text ?? '', index)
      break
    case 'typed':
      desk.typedAt.set(said.count, at)
      if (killedAt - at > LOST_AT_MOST_MILLIS) desk.safe.add(said.count)
      break
    case 'kept':
      desk.safe.add(said.count)
      break
    case 'saved':
      for (const count of desk.typedAt.keys()) if (count <= said.count) desk.safe.add(count)
  }
}

/** Everything that was safe is there, once and in its order; of the rest, what there is. */
function compare(run: Run, desk: Desk, text: string, index: number): void {
  const found = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => Number(word.slice(1)))
  const there = new Set(found)
  const lost = [...desk.safe].filter((count) => !there.has(count))
  if (lost.length > 0) run.fail(`lost ${lost.length} of ${desk.safe.size} that were safe, as ${lost[0]}`, index)
  if (there.size !== found.length) run.fail('something is there twice', index)
  if (found.some((count, place) => place > 0 && count < (found[place - 1] ?? 0)))
    run.fail('the order has changed', index)
  const unsafe = [...desk.typedAt.keys()].filter((count) => !desk.safe.has(count))
  run.note('typed', desk.typedAt.size)
  run.note('lost while they were being typed', unsafe.filter((count) => !there.has(count)).length)
  // What came back is in the file or its journal now, and stays.
  desk.typedAt.clear()
  desk.safe.clear()
  for (const count of found) desk.safe.add(count)
}
