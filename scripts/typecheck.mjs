// Checks every folder that has a tsconfig.json against the libraries and types that it may see.
import { existsSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { modulesFolder, root } from './setup/paths.mjs'
import { run } from './setup/processes.mjs'
import { runScript, say } from './setup/say.mjs'

const compiler = join(modulesFolder, 'typescript', 'bin', 'tsc')

await runScript(async () => {
  const waiting = globSync('{src/*,test,e2e,scripts,bench}/tsconfig.json', { cwd: root })
    .map((config) => dirname(config))
    .filter(hasSources)
    .sort()
  let failed = 0
  const work = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      if (!(await checkFolder(folder))) failed++
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work))
  return failed === 0 ? 0 : 1
})

/**
 * @param {string} folder
 */
async function checkFolder(folder) {
  const { code, output } = await run(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { quiet: true })
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${folder}`)
  if (code !== 0) say(output.trimEnd())
  return code === 0
}

/**
 * The compiler counts a folder without any source as a mistake; here it is a layer that is still empty.
 * @param {string} folder
 */
function hasSources(folder) {
  return existsSync(join(root, folder)) && globSync('**/*.{ts,tsx,mjs}', { cwd: join(root, folder) }).length > 0
}
