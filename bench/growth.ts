import { execFileSync } from 'node:child_process'
import { createCipheriv, createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { putAttachment } from '../src/engine/attachments/attachments.ts'
import { newId } from '../src/core/history/ids.ts'
import type { FieldStep } from '../src/core/model/view.ts'
import { openEnvironmentIn } from '../src/engine/environment.ts'
import { recordHandlers } from '../src/engine/handlers/record-handlers.ts'
import { Session } from '../src/engine/session.ts'
import {
  createWorkspaceFile,
  type OpenFile,
  openWorkspaceFile,
  saveOpenFile,
  writeCopy,
} from '../src/engine/workspace-file.ts'
import { busy, calibrate, median, percentile } from './support/calibration.ts'
import { differingBlocks } from './support/blocks.ts'

// node bench/growth.ts [megabytes…]: what attachments cost when opening, saving and typing, each stage in a process of
// its own, against reading, hashing and writing the same bytes.
const [, script = '', ...rest] = process.argv
const PHOTO = 400_000
const CHUNK = 1 << 20
const RECORDS = 200

if (rest[0] !== '--stage') runAll(rest.map(Number))
else await runStage(rest[1] ?? '', Number(rest[2]), rest[3] ?? '')

function runAll(sizes: readonly number[]): void {
  console.log(`J (JSON.parse of a fixed text) ${ms(calibrate())}`)
  for (const size of sizes.length > 0 ? sizes : [10, 100, 500]) {
    const scratch = mkdtempSync(join(tmpdir(), 'temoin-growth-'))
    try {
      console.log(`\n${size} MB of attachments`)
      for (const stage of ['make', 'plain', 'open', 'open-light', 'save', 'type']) child(stage, size, scratch)
      if (size <= 100) child('type-records', size, scratch)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  console.log(`\nJ ${ms(calibrate())}`)
}

function child(stage: string, size: number, scratch: string): void {
  const argv = [script, '--stage', stage, String(size), scratch]
  process.stdout.write(execFileSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

async function runStage(stage: string, size: number, folder: string): Promise<void> {
  const environment = await openEnvironmentIn(join(folder, 'data'), 'Bench')
  const path = join(folder, 'full.temoin')
  switch (stage) {
    case 'make':
      return make(environment, path, join(folder, 'light.temoin'), size)
    case 'plain':
      return plain(path)
    case 'open':
      return open(environment, path, 'with attachments')
    case 'open-light':
      return open(environment, join(folder, 'light.temoin'), 'light copy')
    case 'save':
      return save(environment, path)
    case 'type':
      return type(environment, path, 'attachments')
    default:
      return typeOverRecords(environment, join(folder, 'records.temoin'), size)
  }
}

type Environment = Awaited<ReturnType<typeof openEnvironmentIn>>

async function make(environment: Environment, path: string, light: string, size: number): Promise<void> {
  const file = must(await createWorkspaceFile(environment, { path, name: 'Bench', lang: 'fr', force: true }))
  for (let index = 0; index < RECORDS; index += 1) {
    const value = `Fiche ${index} ${noise(`record ${index}`, 3_000).toString('base64')}`
    must(file.workspace.create('case-study', 'fr', [{ op: 'set', field: 'summary', locale: 'fr', value }]))
  }
  for (let index = 0; index * PHOTO < size * 1e6; index += 1) {
    must(await putAttachment(environment, file.workspace, { bytes: noise(`photo ${index}`, PHOTO) }, 'image/jpeg'))
  }
  must(await saveOpenFile(environment, file))
  must(await writeCopy(environment, file, light, { light: true }))
  console.log(`file ${mb(statSync(path).size)}, light copy ${mb(statSync(light).size)}; made with ${peak()}`)
}

/** The least that any program needs: reading, hashing, writing and syncing the same bytes in pieces. */
function plain(path: string): void {
  const read = median([0, 1, 2].map(() => time(() => pieces(path, () => undefined))))
  const hashed = median(
    [0, 1, 2].map(() =>
      time(() => {
        const hash = createHash('sha256')
        pieces(path, (piece) => hash.update(piece))
        hash.digest()
      }),
    ),
  )
  const written = median([0, 1, 2].map(() => time(() => copy(path, `${path}.plain`))))
  console.log(`plain: read ${ms(read)}, read and hash ${ms(hashed)}, write and sync ${ms(written)}; ${peak()}`)
}

async function open(environment: Environment, path: string, what: string): Promise<void> {
  const read = median([0, 1, 2].map(() => time(() => pieces(path, () => undefined))))
  const started = performance.now()
  const file = must(await openWorkspaceFile(environment, path))
  const took = performance.now() - started
  file.workspace.store.close()
  console.log(`open, ${what}: ${ms(took)} (${ratio(took, read)} reading the file, ${ms(read)}); ${peak()}`)
}

/** Two saves, each after one edit: the first fills the pool of this computer, the second is what every later one costs. */
async function save(environment: Environment, path: string): Promise<void> {
  const file = must(await openWorkspaceFile(environment, path))
  const took: number[] = []
  let resent = ''
  for (const round of [1, 2, 3]) {
    const before = readFileSync(path)
    edit(file, `Tour ${round}`)
    const started = performance.now()
    must(await saveOpenFile(environment, file))
    took.push(performance.now() - started)
    const { differing, blocks } = differingBlocks(before, readFileSync(path))
    resent = `${differing} of ${blocks} blocks of 128 KiB differ (${((100 * differing) / blocks).toFixed(1)} %)`
  }
  const written = median([0, 1].map(() => time(() => copy(path, `${path}.plain`))))
  const last = took.at(-1) ?? 0
  console.log(
    `save after one edit: ${took.map(ms).join(', ')} (last ${ratio(last, written)} writing and syncing the same bytes, ${ms(written)}); ${resent}; ${peak()} with ${mb(2 * statSync(path).size)} of it held by this bench`,
  )
}

function edit(file: OpenFile, value: string): void {
  const id = file.workspace.store.cards()[0]?.id ?? ''
  must(file.workspace.change(id, [{ op: 'set', field: 'title', locale: 'fr', value }]))
}

/** A keystroke every 50 ms while the file is saved: from the moment it was due to the engine's answer. */
async function type(environment: Environment, path: string, what: string): Promise<void> {
  const session = new Session(environment, () => undefined)
  must(await session.openPath(path))
  const calls = recordHandlers(session)
  const id = must(session.current()).workspace.store.cards()[0]?.id ?? ''
  const keystroke = async (count: number): Promise<void> => {
    must(
      await calls['records.change']({ id, steps: [{ op: 'set', field: 'title', locale: 'fr', value: `a${count}` }] }),
    )
  }
  // Somebody who types has long opened the file: its index is made.
  while (must(session.current()).search.indexed() < 1) await new Promise((resolve) => setTimeout(resolve, 20))
  await keystroke(0)
  const alone = median(await keystrokesAlone(keystroke))
  const latencies: number[] = []
  const state = { isSaving: true }
  const started = performance.now()
  const saving = session.save().finally(() => {
    state.isSaving = false
  })
  for (let count = 1; state.isSaving; count += 1) {
    const due = started + count * 50
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const late = Math.min(due, performance.now())
    await keystroke(count)
    latencies.push(performance.now() - late)
  }
  must(await saving)
  const took = performance.now() - started
  latencies.sort((a, b) => a - b)
  const at = (share: number): string => ms(latencies[Math.floor((latencies.length - 1) * share)] ?? 0)
  console.log(
    `typing while ${mb(statSync(path).size)} (${what}) are saved: ${latencies.length} keystrokes in ${ms(took)} (with nothing else to do one takes ${ms(alone)}), p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} (limit for p95: 50 ms); ${peak()}`,
  )
  await session.close()
}

async function keystrokesAlone(keystroke: (count: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let count = 0; count < 20; count += 1) {
    const started = performance.now()
    await keystroke(-count)
    took.push(performance.now() - started)
  }
  return took
}

/** The same where all of it is tables, a million bytes for 200 records of ten changes each. */
async function typeOverRecords(environment: Environment, path: string, size: number): Promise<void> {
  const file = must(await createWorkspaceFile(environment, { path, name: 'Bench', lang: 'fr', force: true }))
  const { workspace } = file
  const work = workspace.work()
  for (let index = 0; index < size * 200; index += 1) {
    const text = noise(`text ${index}`, 1_300).toString('base64')
    const set = (field: string, value: string): FieldStep => ({ op: 'set', field, locale: 'fr', value })
    const steps = [
      set('title', `Fiche ${index}`),
      set('summary', text),
      ...['1', '2', '3', '4.7', '5', '6.1', '16', '17'].map((value) => ({ op: 'add', field: 'sdgs', value }) as const),
    ]
    must(workspace.createIn(work, { id: newId(environment.ports), kind: 'case-study', lang: 'fr', steps }))
  }
  workspace.commit(work, 'step', { undoable: false })
  must(await saveOpenFile(environment, file))
  const changes = workspace.store.changeCount()
  console.log(`tables alone: ${size * 200} records, ${changes} changes, ${mb(statSync(path).size)}`)
  console.log(`image at once ${ms(busy(() => workspace.store.toImage()))} of processor time; ${inSteps(workspace)}`)
  workspace.store.close()
  await type(environment, path, 'tables alone')
}

/** How long others wait for each step of an image, in processor time: other programs disturb it less. */
function inSteps({ store }: OpenFile['workspace']): string {
  const steps = store.toImageInSteps(() => undefined)
  const took: number[] = []
  for (;;) {
    const said: boolean[] = []
    took.push(busy(() => said.push(steps.next().done ?? false)))
    if (said[0]) break
  }
  return `in ${took.length} steps, p50 ${ms(median(took))}, p95 ${ms(percentile(took, 95))}, longest ${ms(percentile(took, 100))}`
}

/** Bytes that look like a photo's to whoever compresses or compares them, the same on every machine. */
function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest()
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length))
}

function pieces(path: string, take: (piece: Uint8Array) => void): void {
  const file = openSync(path, 'r')
  const buffer = Buffer.allocUnsafe(CHUNK)
  for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) take(buffer.subarray(0, count))
  closeSync(file)
}

function copy(from: string, to: string): void {
  const file = openSync(to, 'w')
  pieces(from, (piece) => {
    for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
  })
  fsyncSync(file)
  closeSync(file)
  rmSync(to)
}

function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

function time(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function peak(): string {
  return `peak memory ${mb(process.resourceUsage().maxRSS * 1024)}`
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
