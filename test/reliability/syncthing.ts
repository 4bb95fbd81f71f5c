/**
 * Two real Syncthing programs carry one workspace between two folders; both sides write in it while they are apart, as
 * often as not in the same paragraph. Syncthing makes a conflict copy of one of the two files; Temoin finds it by what is
 * inside, takes it in and puts it away, on one side or on both at once. Then both hold one and the same workspace with both
 * edits in it, no new conflict copy comes of it, and a second merge changes nothing.
 *
 * Nothing leaves this computer: both listen on loopback, and look for nobody.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { createWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { must, newFolder, record, title } from '../support/engine.ts'
import { type Instance, makeInstance } from './syncthing/instance.ts'
import { type Apart, awaitSame, type Merger, playRound } from './syncthing/round.ts'
import { sideAt } from './syncthing/side.ts'
import { prove, type Run } from './support/prove.ts'

const APART: readonly Apart[] = ['paused', 'switched off']
const MERGERS: readonly Merger[] = ['both', 'Ana', 'Luc']
/** Whatever hangs, no Syncthing outlives this program. */
const LIMIT_MINUTES = 15

await prove({ figure: 'syncthing', reach: 10 }, async (run) => {
  if (spawnSync('syncthing', ['--version'], { stdio: 'ignore' }).error) {
    run.fail('Syncthing is not installed; run: sudo apt-get install -y --no-install-recommends syncthing')
    return
  }
  const root = newFolder()
  const instances = [await makeInstance(root, 'ana'), await makeInstance(root, 'luc')] as const
  const end = () => process.exit(1)
  const timer = setTimeout(
    () => void stopAll(instances).then(end, end),
    LIMIT_MINUTES * 60_000 * Math.ceil(run.reach / 10),
  )
  process.once('SIGTERM', () => void stopAll(instances).then(end, end))
  try {
    await playRounds(run, instances)
  } finally {
    await stopAll(instances)
    clearTimeout(timer)
  }
})

async function playRounds(run: Run, [one, other]: readonly [Instance, Instance]): Promise<void> {
  one.introduce(other)
  other.introduce(one)
  await Promise.all([one.start(), other.start()])
  const sides = [sideAt(one, 'Ana'), sideAt(other, 'Luc')] as const
  const [ana, luc] = sides
  const made = { path: ana.path, name: 'Équipe Sahel', lang: 'fr', force: false } as const
  const file = must(await createWorkspaceFile(ana.environment, made))
  const id = record(file.workspace, [title('Comités')])
  must(await saveOpenFile(ana.environment, file))
  file.workspace.store.close()
  await one.scan()
  await awaitSame(ana, luc)
  for (const index of run.cases()) {
    const round = { number: index, apart: APART[index % 2] ?? 'paused', merger: MERGERS[index % 3] ?? 'both' } as const
    for (const wrong of await playRound(sides, round, id)) run.fail(`${JSON.stringify(round)}: ${wrong}`, index)
    run.note(round.apart)
    run.note(`merged by ${round.merger}`)
    run.count()
  }
}

async function stopAll(instances: readonly Instance[]): Promise<void> {
  await Promise.all(instances.map((instance) => instance.stop()))
}
