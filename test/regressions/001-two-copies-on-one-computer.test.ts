import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mergeFiles, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../support/engine.ts'

it('keeps what one run of the app did in each of two copies of a workspace, after a colleague’s clock stood in 2090', async () => {
  const lucs = computer({ author: 'Luc', now: () => Date.UTC(2090, 0, 1) })
  const file = await newWorkspace(lucs)
  const id = record(file.workspace, [title('Podor')])
  must(await saveOpenFile(lucs, file))
  const copy = join(newFolder(), 'copie.temoin')
  copyFileSync(file.path, copy)

  const anas = computer({ author: 'Ana', now: () => Date.UTC(2026, 2, 14) })
  const first = must(await openWorkspaceFile(anas, file.path))
  must(first.workspace.change(id, [title('Podor, 2011')]))
  must(await saveOpenFile(anas, first))
  const second = must(await openWorkspaceFile(anas, copy))
  must(second.workspace.change(id, [{ op: 'add', field: 'sdgs', value: '6' }]))
  must(await saveOpenFile(anas, second))

  must(await mergeFiles(anas, second.workspace, [file.path], { dryRun: false }))
  expect(second.workspace.store.card(id)).toMatchObject({
    titles: { fr: 'Podor, 2011' },
    sdgs: [{ code: '6', strength: 'significant' }],
  })
})
