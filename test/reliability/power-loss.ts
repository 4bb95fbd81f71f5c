/**
 * The power goes at any moment of saving and journalling, and nothing that was told as safe is lost.
 *
 * The real code for saving, journalling and opening runs on a disk in memory that writes down every call. For each
 * moment, many states are drawn that a real disk could be left in (`power-cut.ts`), and opened again with the real code;
 * in a share of them a fault or another power cut comes while the program is recovering. The workspace's file is then
 * the one before or the one after, or one of the generations kept beside it is; together with the journal it holds
 * every change that the person had been told was safe.
 */
import { makeSeal } from '../../src/engine/file/seal.ts'
import { type Fault, faultyFileSystem } from '../engine/file/faulty-file-system.ts'
import { memoryDisk } from './support/memory-disk.ts'
import { afterPowerCut } from './support/power-cut.ts'
import { prove, type Run } from './support/prove.ts'
import { type Random, seededRandom } from './support/random.ts'
import { type DiskCall, type DiskOf, recordingDisk, type StartingFile } from './support/recording-disk.ts'
import { type Places, type SmallProgram, smallProgram } from './support/small-program.ts'
import { smallImage } from './support/small-workspace.ts'

const ON_STICK: Places = {
  path: '/stick/Équipe.temoin',
  journals: '/stick/app/journals',
  backups: '/stick/app/backups/a',
}
const APART: Places = { path: '/stick/Équipe.temoin', journals: '/app/journals', backups: '/app/backups/a' }

/** Where the workspace lies, and where the app keeps its own things. */
const WORLDS: readonly { readonly name: string; readonly places: Places; readonly diskOf: DiskOf }[] = [
  { name: 'one journalled disk', places: ON_STICK, diskOf: () => ({ name: 'disk', kind: 'journalled' }) },
  {
    name: 'a stick, the app on a journalled disk',
    places: APART,
    diskOf: (path) =>
      path.startsWith('/stick') ? { name: 'stick', kind: 'fat' } : { name: 'disk', kind: 'journalled' },
  },
  { name: 'a stick with the app on it', places: ON_STICK, diskOf: () => ({ name: 'stick', kind: 'fat' }) },
]

/** So many different histories of typing and saving, each cut at every moment again and again. */
const HISTORIES = 300
const BEFORE = new Set([1, 2, 3])
const AGAIN_PERCENT = 20
const ERRORS = ['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'EROFS'] as const

/** What a program did to the disk, and from which call on it had told that a change was safe. */
type History = {
  readonly world: (typeof WORLDS)[number]
  readonly start: readonly StartingFile[]
  readonly calls: readonly DiskCall[]
  readonly told: ReadonlyMap<number, number>
}

await prove({ figure: 'power-loss', reach: 100_000 }, async (run) => {
  const histories = new Map<number, History>()
  for (const index of run.cases()) {
    const number = index % HISTORIES
    const history = histories.get(number) ?? (await play(seededRandom(run.seed, -1 - number), number))
    histories.set(number, history)
    await cut(run, history, index)
    run.count()
  }
})

/** A person types and saves, a few times over. */
async function play(random: Random, number: number): Promise<History> {
  const world = WORLDS[number % WORLDS.length] ?? random.pick(WORLDS)
  const image = smallImage(BEFORE)
  const { seal } = await makeSeal(image)
  const before = new Map([[world.places.path, new Uint8Array([...image, ...seal])]])
  const steps = Array.from({ length: 4 + random.below(6) }, () =>
    random.pick(['type', 'type', 'flush', 'save'] as const),
  )
  return record(world, before, new Map([...BEFORE].map((each) => [each, 0])), async (program) => {
    await program.open()
    let next = BEFORE.size
    for (const step of [...steps, 'save'] as const) {
      if (step === 'type') await program.type((next += 1))
      else await program[step]()
    }
  })
}

async function record(
  world: History['world'],
  before: ReadonlyMap<string, Uint8Array>,
  toldBefore: History['told'],
  act: (program: SmallProgram) => Promise<unknown>,
  fault?: Fault,
): Promise<History> {
  const disk = recordingDisk(memoryDisk(Object.fromEntries(before)), world.diskOf)
  const told = new Map(toldBefore)
  const tell = (numbers: Iterable<number>) => {
    for (const number of numbers) if (!told.has(number)) told.set(number, disk.calls.length)
  }
  await act(smallProgram(fault ? faultyFileSystem(disk, fault) : disk, world.places, tell))
  return { world, start: disk.start, calls: disk.calls, told }
}

/** Takes the power at one moment, opens what is left, and looks whether everything is there. */
async function cut(run: Run, { world, start, calls, told }: History, index: number): Promise<void> {
  const random = run.random(index)
  const moment = random.below(calls.length + 1)
  const left = afterPowerCut(start, calls.slice(0, moment), world.diskOf, random)
  const safe = safeAt(told, moment)
  run.note(world.name)
  const where = `${world.name}, after call ${moment} of ${calls.length}`
  await record(world, left, new Map(), async (program) => {
    const isOpen = await program.look()
    const lost = safe.filter((number) => !program.numbers.has(number))
    if (!isOpen) run.fail(`nothing is left: ${where}`, index)
    else if (lost.length > 0) run.fail(`lost ${lost.join(', ')}: ${where}`, index)
  })
  if (random.chance(AGAIN_PERCENT)) await cutAgain(run, world, left, safe, index, random)
}

/** While the program recovers, a call fails or none does, and the power goes again. */
async function cutAgain(
  run: Run,
  world: History['world'],
  left: ReadonlyMap<string, Uint8Array>,
  safe: readonly number[],
  index: number,
  random: Random,
): Promise<void> {
  const toldBefore = new Map(safe.map((number) => [number, 0]))
  const fault: Fault | undefined = random.chance(50)
    ? { kind: 'error', code: random.pick(ERRORS), at: 1 + random.below(60), until: random.pick(['once', 'for-ever']) }
    : undefined
  run.note(fault ? 'cut and a fault while recovering' : 'cut while recovering')
  const recovering = await record(world, left, toldBefore, (program) => program.open(), fault)
  const moment = random.below(recovering.calls.length + 1)
  const leftAgain = afterPowerCut(recovering.start, recovering.calls.slice(0, moment), world.diskOf, random)
  await record(world, leftAgain, new Map(), async (program) => {
    await program.look()
    const lost = safeAt(recovering.told, moment).filter((number) => !program.numbers.has(number))
    if (lost.length > 0) run.fail(`lost ${lost.join(', ')} while recovering: ${world.name}, call ${moment}`, index)
  })
}

function safeAt(told: History['told'], moment: number): readonly number[] {
  return [...told].flatMap(([number, since]) => (since <= moment ? [number] : []))
}
