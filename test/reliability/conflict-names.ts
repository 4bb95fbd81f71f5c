/**
 * A copy that a sync client or a person left beside a workspace is found by the workspace inside, whatever both are
 * called, and its name is understood for the words of the message. The same name on another workspace, or on something
 * that is none, takes nothing in; and whoever opens a sync client's copy is led to the workspace it belongs to.
 */
import { readFileSync } from 'node:fs'
import { copyNameOf } from '../../src/engine/sync/conflict-name.ts'
import { findCopies } from '../../src/engine/sync/find-copies.ts'
import { mainBeside } from '../../src/engine/sync/main-beside.ts'
import { saveOpenFile } from '../../src/engine/workspace-file.ts'
import { BASES, CONFLICT_NAMES } from '../engine/sync/conflict-names.ts'
import { computer, must, newWorkspace, record, title } from '../support/engine.ts'
import { memoryDisk } from './support/memory-disk.ts'
import { prove } from './support/prove.ts'

/** Names of workspaces that are hard in ways of their own: as two characters, from right to left, as if they were copies. */
const HARD_BASES = [
  'Équipe été'.normalize('NFD'),
  'תוכנית מתנדבים',
  '東北ボランティア 2026',
  'Sahel - Copie',
  'L’eau d’ici',
  'Programme 2026-08-07',
  'a.b.c (fin)',
]
const NAMES = [...BASES, ...HARD_BASES].flatMap((base) =>
  CONFLICT_NAMES.map(({ by, name }) => ({ base, by, name: name(base) })),
)
const FOLDER = '/partagé'

/** A workspace file, and a copy of it with more in it. */
async function twoCopies(author: string) {
  const environment = computer({ author })
  const file = await newWorkspace(environment)
  const bytes = readFileSync(file.path)
  record(file.workspace, [title('Podor')])
  must(await saveOpenFile(environment, file))
  const { id } = file.workspace.store.header
  file.workspace.store.close()
  return { id, bytes, more: readFileSync(file.path) }
}

await prove({ figure: 'conflict names', reach: NAMES.length, isWhole: true }, async (run) => {
  const ours = await twoCopies('Ana')
  const strangers = await twoCopies('Ndeye')
  const noWorkspace = new TextEncoder().encode('SQLite format 3\0, or so it says. '.repeat(2_000))
  for (const index of run.cases()) {
    const { base, by, name } = NAMES[index] ?? { base: '', by: 'hand', name: '' }
    const main = `${base}.temoin`
    const found = async (bytes: Uint8Array) => {
      const fs = memoryDisk({
        [`${FOLDER}/${main}`]: ours.bytes,
        [`${FOLDER}/${name}`]: bytes,
        [`${FOLDER}/another.temoin`]: strangers.bytes,
        [`${FOLDER}/notes.txt`]: ours.more,
      })
      const { host } = computer({ author: 'Ana', fs })
      const copies = await findCopies(host, `${FOLDER}/${main}`, ours.id)
      return { names: copies.map((copy) => copy.name).join(), main: await mainBeside(host, `${FOLDER}/${name}`) }
    }
    const copy = await found(ours.more)
    if (copy.names !== name) run.fail(`“${name}” beside “${main}” is not found: ${copy.names}`, index)
    const said = copyNameOf(main, name)
    if (said?.by !== by) run.fail(`“${name}” is taken for one of ${said?.by ?? 'nobody'}, not of ${by}`, index)
    const isClients = said?.certain === true && !['hand', 'earlier', 'unfinished'].includes(by)
    const leads = isClients ? `${FOLDER}/${main}` : undefined
    if (copy.main !== leads) run.fail(`“${name}” leads to ${copy.main ?? 'nothing'}`, index)
    for (const bytes of [strangers.more, noWorkspace, new Uint8Array()]) {
      const other = await found(bytes)
      if (other.names !== '') run.fail(`“${name}” is taken for a copy by its name`, index)
      if (other.main !== undefined) run.fail(`“${name}” leads somewhere by its name`, index)
    }
    run.note(by)
    run.count()
  }
})
