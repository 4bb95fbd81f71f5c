/**
 * A damaged workspace file is refused or repaired; never is it shown as an empty one, nor as another one.
 *
 * Workspaces from the real engine are broken in seven ways, and each broken file goes the whole way of a file that a
 * person opens: read from a disk, checked, opened. Where it is refused, a share is salvaged too: what is
 * left of a file never breaks the program.
 */
import { salvageFile } from '../../src/engine/file/check-workspace-file.ts'
import { openWorkspaceFile } from '../../src/engine/workspace-file.ts'
import { computer } from '../support/engine.ts'
import { breakFile, DAMAGES } from './support/damages.ts'
import { memoryDisk } from './support/memory-disk.ts'
import { prove, type Run } from './support/prove.ts'
import { twoGenerations } from './support/workspaces.ts'

const PATH = '/desk/Équipe Sahel.temoin'
/** Salvage costs more than opening; a share of the files is enough to hold it to its promise. */
const SALVAGED_PERCENT = 20

await prove({ figure: 'damage', reach: 7_000 }, async (run) => {
  const sizes = [await twoGenerations({ records: 1 }), await twoGenerations({ records: 12 })]
  for (const index of run.cases()) {
    const random = run.random(index)
    const damage = DAMAGES[index % DAMAGES.length] ?? 'bit'
    const generations = random.pick(sizes)
    const bytes = breakFile(damage, generations, random)
    run.note(damage)
    await open(run, index, bytes, random.chance(SALVAGED_PERCENT))
    run.count()
  }
})

async function open(run: Run, index: number, bytes: Uint8Array, alsoSalvage: boolean) {
  const environment = computer({ author: 'Ana', fs: memoryDisk({ [PATH]: bytes }), dataFolder: '/app' })
  const opened = await openWorkspaceFile(environment, PATH)
  if (opened.ok) {
    opened.value.workspace.store.close()
    run.fail(`${bytes.length} bytes that are not what was saved were opened as a workspace`, index)
    return
  }
  run.note(`refused: ${opened.problem.code}`)
  if (!alsoSalvage) return
  const saved = await salvageFile(environment, PATH)
  run.note(saved && saved.changes.length > 0 ? 'salvage brought changes back' : 'salvage found nothing')
}
