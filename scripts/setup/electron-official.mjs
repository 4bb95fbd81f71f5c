import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { download } from './downloads.mjs'
import { cacheFolder, makeCacheFolder, modulesFolder } from './paths.mjs'
import { say } from './say.mjs'

/** @typedef {import('./electron.mjs').Electron} Electron */

const HOURS_BEFORE_ASKING_AGAIN = 24

const electronFolder = join(modulesFolder, 'electron')

/** The version of Electron that the project depends on. */
export function officialVersion() {
  return String(JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version)
}

/**
 * The downloaded Electron of the version that the project depends on, where it is complete.
 * @returns {Electron | undefined}
 */
export function findOfficialElectron() {
  const dist = join(electronFolder, 'dist')
  const version = readLine(join(dist, 'version'))?.replace(/^v/, '')
  const program = readLine(join(electronFolder, 'path.txt'))
  if (program === undefined || version !== officialVersion()) return undefined
  const path = join(dist, program)
  return existsSync(path) ? { path, version, origin: 'the version the project depends on' } : undefined
}

/**
 * Downloads it where it is missing. A failure is remembered for a day, so that work without a network starts at once.
 * @returns {Promise<Electron | undefined>}
 */
export async function ensureOfficialElectron() {
  const found = findOfficialElectron()
  if (found) return found
  makeCacheFolder()
  if (failedLately()) return undefined
  say(`Electron: asking its publisher for version ${officialVersion()} (about 130 MB).`)
  const reason = await fetchOfficial()
  if (reason === undefined) return findOfficialElectron()
  say(`Electron: its publisher cannot be reached from here (${reason}).`)
  rememberFailure()
  return undefined
}

/** Answers why it failed, or nothing. */
async function fetchOfficial() {
  const temporary = await mkdtemp(join(cacheFolder(), 'download-'))
  try {
    const { ok, output, stalled } = await download({
      what: 'Electron',
      command: process.execPath,
      args: [join(electronFolder, 'install.js')],
      // The downloader writes to the system's temporary folder, which is how its progress can be seen.
      env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
      folders: [temporary, join(electronFolder, 'dist')],
    })
    if (ok) return undefined
    return stalled ? 'nothing arrived for 75 seconds' : firstLine(output)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function failureStamp() {
  return join(cacheFolder(), `electron-${officialVersion()}-unreachable`)
}

function failedLately() {
  const stamp = statSync(failureStamp(), { throwIfNoEntry: false })
  return stamp !== undefined && Math.abs(Date.now() - stamp.mtimeMs) < HOURS_BEFORE_ASKING_AGAIN * 3_600_000
}

function rememberFailure() {
  writeFileSync(failureStamp(), 'Delete this file to ask again before a day has passed.\n')
}

/**
 * @param {string} text
 */
function firstLine(text) {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 160) ?? 'no reason given'
  )
}

/**
 * @param {string} file
 */
function readLine(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
