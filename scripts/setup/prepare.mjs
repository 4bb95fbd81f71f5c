import { ensureBuild } from './build.mjs'
import { ensureElectron } from './electron.mjs'
import { ensureSample } from './sample.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * Everything between installed dependencies and a running app. Answers what to run.
 * @returns {Promise<{ electron: import('./electron.mjs').Electron, sample: string }>}
 */
export async function prepare() {
  const electron = await ensureElectron()
  await ensureSystemLibraries(electron.path)
  await ensureBuild()
  const sample = await ensureSample()
  return { electron, sample }
}
