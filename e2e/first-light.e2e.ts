import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleFile } from '../scripts/setup/sample.mjs'
import { firstLight } from './journeys/first-light.ts'
import { test } from './support/fixtures.ts'

test('from the sample workspace to an exported brief', async ({ open, folder }) => {
  const workspace = join(folder, 'sample.temoin')
  copyFileSync(sampleFile, workspace)
  const running = await open({ workspace })
  for (const step of firstLight) await test.step(step.name, () => step.run({ ...running, outFolder: folder }))
})
