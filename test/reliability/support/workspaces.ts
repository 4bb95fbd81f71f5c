import type { EngineEnvironment } from '../../../src/engine/environment.ts'
import { saveOpenFile, createWorkspaceFile } from '../../../src/engine/workspace-file.ts'
import { insertText } from '../../../src/core/rich-text/text-steps.ts'
import { seedOf } from '../../../src/core/rich-text/seed.ts'
import { computer, must, record, title } from '../../support/engine.ts'
import { memoryDisk } from './memory-disk.ts'

/** A workspace file as it was saved twice, with work in between. */
export type Generations = {
  readonly older: Uint8Array
  readonly newer: Uint8Array
}

const PATH = '/desk/w.temoin'

/** Makes a workspace with so many records through the real engine, and saves it, works on, and saves it again. */
export async function twoGenerations({ records }: { readonly records: number }): Promise<Generations> {
  const fs = memoryDisk()
  const environment: EngineEnvironment = computer({ author: 'Ana', fs, dataFolder: '/app' })
  const file = must(
    await createWorkspaceFile(environment, { path: PATH, name: 'Équipe Sahel', lang: 'fr', force: false }),
  )
  const bytes = () => fs.files.get(PATH)?.bytes.slice() ?? new Uint8Array()
  const write = (from: number) => {
    for (let index = from; index < from + records; index += 1) {
      const id = record(file.workspace, [title(`Les comités d’eau tenus par les femmes ${index}`)])
      const update = must(
        insertText(seedOf(id, 'body', 'fr'), 0, `À Kaya, douze comités tiennent leurs comptes. `, index + 1),
      )
      must(file.workspace.change(id, [{ op: 'edit', field: 'body', locale: 'fr', update }]))
    }
  }
  write(0)
  must(await saveOpenFile(environment, file))
  const older = bytes()
  write(records)
  must(await saveOpenFile(environment, file))
  const newer = bytes()
  file.workspace.store.close()
  return { older, newer }
}
