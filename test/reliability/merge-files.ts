/**
 * The laws of merging hold through real files: two or three people work on copies of one workspace file, each merges what
 * the others have saved, and all end with the same bytes. A second merge writes nothing, and what was saved can be opened
 * again with every change in it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../support/engine.ts'
import { drawHistory, type History } from './merging/history.ts'
import { Team } from './merging/team.ts'
import { prove } from './support/prove.ts'
import type { Random } from './support/random.ts'

/** What people do takes longer with files, and says no more in longer histories. */
const MOST_PEOPLE = 3
const MOST_ACTS = 8

await prove({ figure: 'merge through files', reach: 2_000 }, async (run) => {
  const from = await beginning()
  const root = newFolder()
  for (const index of run.cases()) {
    const random = run.random(index)
    const { clocks, acts } = drawHistory(random)
    const history = { clocks: clocks.slice(0, MOST_PEOPLE), acts: acts.slice(0, MOST_ACTS) }
    const folder = join(root, String(index))
    const fault = await faultOf(history, from, folder, random)
    if (fault !== undefined) run.fail(fault, index)
    else rmSync(folder, { recursive: true })
    run.note('files merged', history.clocks.length)
    run.count()
  }
})

/** A workspace with two records, for everybody to copy. */
async function beginning(): Promise<string> {
  const environment = computer({ author: 'Ana' })
  const file = await newWorkspace(environment)
  for (const name of ['Podor', 'Matam']) record(file.workspace, [title(name)])
  must(await saveOpenFile(environment, file))
  file.workspace.store.close()
  return file.path
}

async function faultOf(history: History, from: string, folder: string, random: Random): Promise<string | undefined> {
  try {
    await new Team(folder, random).play(history, from)
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
