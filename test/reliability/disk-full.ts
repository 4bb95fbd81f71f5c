/**
 * The disk fills up at any point of a save, of the backup before it, or of the journal: the old file is untouched or the
 * new one is whole, the person is told which, and goes on as soon as there is room again.
 *
 * A real workspace is opened, changed, journalled and saved by the real engine on a disk on which 0, 64, 128 … KiB more
 * fit: the workspace's, the app's, or one that holds both; one that says how much fits, and one that does not.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { insertText } from '../../src/core/rich-text/text-steps.ts'
import { seedOf } from '../../src/core/rich-text/seed.ts'
import { openWorkspaceJournal } from '../../src/engine/open-journal.ts'
import { createWorkspaceFile, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, record, title } from '../support/engine.ts'
import { fullDisk, type Room } from './support/full-disk.ts'
import { memoryDisk } from './support/memory-disk.ts'
import { prove, type Run } from './support/prove.ts'
import { type Random, seededRandom } from './support/random.ts'

const STEP = 64 * 1024
const PATH = '/desk/Équipe.temoin'
const AUTHOR = { author: 'Ana', dataFolder: '/app' }
const PLACES: readonly { readonly name: string; readonly on: Room['on'] }[] = [
  { name: 'the workspace’s disk', on: (path) => path.startsWith('/desk') },
  { name: 'the app’s disk', on: (path) => path.startsWith('/app') },
  { name: 'one disk for both', on: () => true },
]
/** Places by whether the disk tells; each step is tried in all of them. */
const WAYS = PLACES.length * 2
const STEPS = 50

await prove({ figure: 'disk-full', reach: STEPS * WAYS }, async (run) => {
  const from = await largeWorkspace(seededRandom(run.seed))
  run.note('64 KiB of the file', Math.ceil(from.bytes.length / STEP))
  const largest = Math.ceil((2 * from.bytes.length) / STEP) + 2
  if (largest > STEPS) run.fail('the steps do not reach the end of the save')
  for (const lang of ['en', 'fr', 'es']) if (!hasSentence(lang, 'disk-full')) run.fail(`no sentence in ${lang}`)
  for (const index of run.cases()) {
    const place = PLACES[index % PLACES.length] ?? run.random(index).pick(PLACES)
    const isTold = Math.floor(index / PLACES.length) % 2 === 0
    const bytes = (Math.floor(index / WAYS) % STEPS) * STEP
    await fill(run, index, from, { ...place, bytes, isTold })
    run.count()
  }
})

type Beginning = { readonly bytes: Uint8Array; readonly id: string }

async function largeWorkspace(random: Random): Promise<Beginning> {
  const fs = memoryDisk()
  const environment = computer({ ...AUTHOR, fs })
  const made = must(await createWorkspaceFile(environment, { path: PATH, name: 'Équipe', lang: 'fr', force: false }))
  const id = record(made.workspace, [title('avant')])
  for (let index = 0; index < 16; index += 1) {
    const other = record(made.workspace, [title(`Témoignage ${index}`)])
    const text = Array.from({ length: 3_000 }, () => random.below(36 ** 6).toString(36)).join(' ')
    const update = must(insertText(seedOf(other, 'body', 'fr'), 0, text, index + 1))
    must(made.workspace.change(other, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
  }
  must(await saveOpenFile(environment, made))
  made.workspace.store.close()
  return { bytes: fs.files.get(PATH)?.bytes ?? new Uint8Array(), id }
}

async function fill(run: Run, index: number, { bytes, id }: Beginning, room: Room & { readonly name: string }) {
  const disk = memoryDisk({ [PATH]: bytes })
  const environment = computer({ ...AUTHOR, fs: fullDisk(disk, room) })
  const say = (what: string) => run.fail(`${what}: ${room.bytes} bytes more fit on ${room.name}`, index)
  const file = must(await openWorkspaceFile(environment, PATH))
  const journal = openWorkspaceJournal(environment, file.workspace)
  const before = new Set(file.workspace.store.changeIds())
  must(file.workspace.change(id, [title('après')]))
  const appended = await journal.append([...file.workspace.store.changes()].filter((change) => !before.has(change.id)))
  if (!appended.ok && appended.problem.code !== 'disk-full') say(`the journal says ${appended.problem.code}`)
  run.note(appended.ok ? 'journalled' : 'no room in the journal')

  const saved = await saveOpenFile(environment, file)
  run.note(saved.ok ? 'saved' : 'no room for the file')
  const now = await titleIn(disk.files.get(PATH)?.bytes, id)
  if (saved.ok && now !== 'après') say('falsely called saved')
  if (!saved.ok && saved.problem.code !== 'disk-full') say(`the save says ${saved.problem.code}`)
  if (!saved.ok && !isSame(disk.files.get(PATH)?.bytes, bytes)) say('the old file was touched')
  const leftovers = [...disk.files.keys()].filter((path) => path.endsWith('.tmp'))
  if (leftovers.length > 0) say(`left ${leftovers.join(', ')}, which takes the room that is missing`)

  // Somebody makes room; the same open workspace is saved.
  const roomy = { ...environment, host: { ...environment.host, fs: disk } }
  const again = await saveOpenFile(roomy, file)
  if (!again.ok) say(`not saved when there was room again: ${again.problem.code}`)
  if ((await titleIn(disk.files.get(PATH)?.bytes, id)) !== 'après') say('what was typed is not there in the end')
  await journal.close()
  file.workspace.store.close()
}

async function titleIn(bytes: Uint8Array | undefined, id: string): Promise<string | undefined> {
  const opened = await openWorkspaceFile(computer({ ...AUTHOR, fs: memoryDisk(bytes && { [PATH]: bytes }) }), PATH)
  if (!opened.ok) return undefined
  const shown = opened.value.workspace.store.card(id)?.titles.fr
  opened.value.workspace.store.close()
  return shown
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && one.length === other.length && one.every((byte, at) => byte === other[at])
}

function hasSentence(lang: string, code: string): boolean {
  const file = join(import.meta.dirname, '..', '..', 'locales', lang, 'problems.json')
  return existsSync(file) && code in (JSON.parse(readFileSync(file, 'utf8')) as object)
}
