import { expect, it } from 'vitest'
import { sizesNow, sizesOf } from '../../src/engine/answers/sizes.ts'
import { putAttachment } from '../../src/engine/attachments/attachments.ts'
import { openWorkspaceFile, saveOpenFile, writeCopy } from '../../src/engine/workspace-file.ts'
import { computer, must, newWorkspace, record, title } from '../support/engine.ts'

it('the size of an open workspace tells records and attachments apart, and a light copy from a full one', async () => {
  const environment = computer({ author: 'Ana' })
  const file = await newWorkspace(environment)
  record(file.workspace, [title('Les clés du puits')])
  must(await saveOpenFile(environment, file))
  const { imageBytes } = sizesNow(file)
  expect(imageBytes).toBe(file.workspace.image().length)
  expect(sizesNow(file)).toMatchObject({ attachments: 0, attachmentBytes: 0 })
  const photo = new Uint8Array(3_000_000).fill(7)
  must(await putAttachment(environment, file.workspace, { bytes: photo }, 'image/jpeg'))
  must(await saveOpenFile(environment, file))
  const full = sizesNow(file)
  expect(full).toMatchObject({ attachments: 1, limitShare: 0.001 })
  expect(full.attachmentBytes).toBeGreaterThanOrEqual(photo.length)
  const path = `${file.path}.light.temoin`
  must(await writeCopy(environment, file, path, { light: true }))
  const light = must(await openWorkspaceFile(environment, path))
  expect(sizesNow(light).attachmentBytes).toBeLessThan(1_000)
  light.workspace.store.close()
})

it('the shell and the window count against the same limits', async () => {
  const environment = computer({ author: 'Ana' })
  const file = await newWorkspace(environment)
  const note = 'mot '.repeat(500_000)
  record(file.workspace, [{ op: 'set', field: 'extra', value: { note } }])
  must(await saveOpenFile(environment, file))
  const [told, shown] = [sizesOf(file.workspace.store).limitShare, sizesNow(file).limitShare]
  expect(told).toBeGreaterThan(0)
  expect(Math.abs(told - shown)).toBeLessThanOrEqual(0.001)
})
