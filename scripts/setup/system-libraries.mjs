import { existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const LIBRARIES = [
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libnotify4',
  'libsecret-1-0',
]
const DISPLAY_PROGRAMS = ['Xvfb', 'xauth']

/** Whether there is a screen to open a window on. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Installs what Electron needs from the system where it may; otherwise stops with the exact command to run.
 * @param {string} electron
 */
export async function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(electron)
  if (missing.length > 0) {
    await install(missing)
    const still = await findMissing(electron)
    if (still.length > 0) throw cannotInstall(still)
  }
  refuseBlockedSandbox(electron)
  say('System libraries: in place.')
}

/**
 * @param {string} electron
 */
async function findMissing(electron) {
  const { output } = await run('ldd', [electron], { quiet: true })
  const libraries = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((found) => found[1] ?? '')
  const programs = hasDisplay() ? [] : DISPLAY_PROGRAMS.filter((name) => !onPath(name))
  return [...libraries, ...programs]
}

/**
 * @param {readonly string[]} missing
 */
async function install(missing) {
  say(`System libraries: installing with apt-get, because these are missing: ${missing.join(', ')}.`)
  if (!(await installPackages(await packages()))) throw cannotInstall(missing)
}

/**
 * Installs Debian packages; answers whether it could.
 * @param {readonly string[]} names
 */
async function installPackages(names) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  const options = ['-y', '-q', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends']
  const { code } = await run('apt-get', ['install', ...options, ...names], { env })
  return code === 0
}

/**
 * Installs Syncthing where it may, for the proof that two real ones carry a workspace between them. Where it may not, the
 * proof itself says what to do.
 */
export async function ensureSyncthing() {
  if (onPath('syncthing')) return
  say('Syncthing: installing with apt-get, for the proof that it carries a workspace.')
  await installPackages(['syncthing'])
}

/**
 * Installs OmegaT where it may, for the proof that records go through the real one and come back. Where it may not, the
 * proof itself says what to do.
 */
export async function ensureOmegat() {
  if (onPath('omegat')) return
  say('OmegaT: installing with apt-get, for the proof that records go through it and come back.')
  await installPackages(['omegat'])
}

/** Debian 13 and newer Ubuntu gave some libraries new names that end in t64. */
async function packages() {
  const names = [...LIBRARIES, ...(hasDisplay() ? [] : ['xvfb', 'xauth'])]
  const { output } = await run('apt-cache', ['pkgnames', 'lib'], { quiet: true })
  const known = new Set(output.split('\n'))
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}

/**
 * @param {readonly string[]} missing
 */
function cannotInstall(missing) {
  const what = `Electron needs from the system: ${missing.join(', ')}.`
  if (!onPath('apt-get')) {
    return new Stop(
      what,
      'install the packages of your distribution that contain these, then run the same command again.',
    )
  }
  const names = [...LIBRARIES, ...(hasDisplay() ? [] : ['xvfb', 'xauth'])].join(' ')
  return new Stop(
    what,
    `run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}\n            and then the same command again (on newer systems some of these names end in t64).`,
  )
}

/**
 * Without user namespaces Electron's sandbox needs a helper that belongs to root; Electron's own message does not say how.
 * @param {string} electron
 */
function refuseBlockedSandbox(electron) {
  if (process.getuid?.() === 0) return
  const blocked =
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1'
  const helper = join(electron, '..', 'chrome-sandbox')
  if (!blocked || !existsSync(helper) || isRootHelper(helper)) return
  throw new Stop(
    'this system does not let an ordinary program make the sandbox that keeps Electron’s windows apart from the system.',
    `run: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n            and then the same command again.`,
  )
}

/**
 * @param {string} helper
 */
function isRootHelper(helper) {
  const { uid, mode } = statSync(helper)
  return uid === 0 && (mode & 0o4000) !== 0
}

/**
 * @param {string} file
 */
function readSetting(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/**
 * @param {string} program
 */
function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders, '/usr/sbin', '/sbin'].some((folder) => folder !== '' && existsSync(join(folder, program)))
}
