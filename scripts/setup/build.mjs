import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modulesFolder, outFolder, root } from './paths.mjs'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const SOURCES = ['src', 'locales', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const BUILT = ['main/index.cjs', 'main/engine.cjs', 'main/cli.cjs', 'preload/index.cjs', 'renderer/index.html']

const stampFile = join(outFolder, '.built-from')

/** The file that runs the command line. */
export const commandLineProgram = join(outFolder, 'main', 'cli.cjs')

/** Builds the app unless what is in `out/` was built from exactly these sources. */
export async function ensureBuild() {
  const wanted = hashOf(SOURCES)
  if (isBuiltFrom(wanted)) return say('Build: up to date.')
  say('Build: the sources have changed, building.')
  const started = Date.now()
  const { code, output } = await run(
    process.execPath,
    [join(modulesFolder, 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      quiet: true,
    },
  )
  if (code !== 0) {
    say(output.trim())
    throw new Stop(
      'the app could not be built; the reason is above.',
      'correct the file it names, then run the same command again.',
    )
  }
  mkdirSync(outFolder, { recursive: true })
  writeFileSync(stampFile, wanted)
  say(`Build: done in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/**
 * One hash over files and folders, by content: a checkout changes times, and only content decides.
 * @param {readonly string[]} names
 */
export function hashOf(names) {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => filesUnder(join(root, name)))) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} wanted
 */
function isBuiltFrom(wanted) {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) return false
  return BUILT.every((file) => existsSync(join(outFolder, file)))
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
