import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import type { FieldStep } from '../../src/core/model/view.ts'
import { openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import { computer, must, newWorkspace, record } from '../support/engine.ts'

const note = (value: string): FieldStep => ({ op: 'set', field: 'extra', value: { value } })

const pause = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(() => resolve(pause(turns - 1))))

it('a file holds the workspace of one moment, however many changes were made while it was saved', async () => {
  const edits = fc.array(fc.record({ turns: fc.nat({ max: 4 }), length: fc.nat({ max: 90_000 }) }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(edits, async (later) => {
      const environment = computer({ author: 'Ana' })
      const file = await newWorkspace(environment)
      const { workspace } = file
      const ids = Array.from({ length: 20 }, () => record(workspace, [note('mot '.repeat(12_000))]))
      const known: (readonly Change[])[] = []
      const saving = saveOpenFile(environment, file, () => {
        known.push([...workspace.store.changes()])
      })
      for (const [at, { turns, length }] of later.entries()) {
        await pause(turns)
        must(workspace.change(ids[at] ?? '', [note(`${at} ${'m'.repeat(length)}`)]))
      }
      must(await saving)
      const reopened = must(await openWorkspaceFile(environment, file.path))
      expect([...reopened.workspace.store.changes()]).toEqual(known.at(-1))
      expect(file.savedChanges).toBe(known.at(-1)?.length)
      reopened.workspace.store.close()
      workspace.store.close()
    }),
    { numRuns: 6 },
  )
})
