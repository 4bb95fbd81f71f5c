import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Session } from '../../src/engine/session.ts'
import type { SaveState } from '../../src/ipc/shapes.ts'
import { computer, must, newFolder, record, title } from '../support/engine.ts'

it('a save that could not keep the version before is told as saved, with why, until one can again', async () => {
  const folder = newFolder()
  const path = join(folder, 'Équipe.temoin')
  const states: SaveState[] = []
  const environment = { ...computer({ author: 'Ana' }) }
  const session = new Session(environment, (name, event) => {
    if (name === 'save.state') states.push(event as SaveState)
  })
  must(await session.create({ path, name: 'Équipe', lang: 'fr', force: false }))
  Object.assign(environment, { backupsFolder: join(path, 'no folder can be here') })
  const { workspace } = must(session.current())
  const id = record(workspace, [title('Les clés du puits')])
  must(await session.save())
  const unkept = { code: 'backup-not-kept', path, reason: 'ENOTDIR' }
  expect(states.at(-1)).toMatchObject({ kind: 'saved', unkept })
  Object.assign(environment, { backupsFolder: join(folder, 'backups') })
  must(workspace.change(id, [title('Les clés de l’eau')]))
  must(await session.save())
  expect(states.at(-1)).toMatchObject({ kind: 'saved' })
  expect(states.at(-1)).not.toHaveProperty('unkept')
  await session.close()
})
