import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modulesFolder, root } from './paths.mjs'
import { npmCommand, run } from './processes.mjs'
import { Stop, say } from './say.mjs'

const stampFile = join(modulesFolder, '.temoin-setup')

/** Installs the locked dependencies unless exactly these are installed already. */
export async function ensureDependencies() {
  refuseOldNode()
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(`${process.platform}-${process.arch}\n${lock}`).digest('hex')
  if (readIfThere(stampFile) !== wanted) {
    if (!isInstalled(lock)) await install()
    writeFileSync(stampFile, wanted)
  }
  if (process.env.TEMOIN_NODE_CHOSEN !== '1') say('Dependencies: in place.')
}

async function install() {
  refuseToReplaceItself()
  say('Dependencies: installing the locked versions with npm ci (about 800 MB on disk, some minutes on a slow line).')
  const npm = npmCommand()
  const { code } = await run(
    npm.command,
    [...npm.args, 'ci', '--include=dev', '--include=optional', '--loglevel=error'],
    {
      shell: npm.shell,
    },
  )
  if (code === 0) return
  throw new Stop(
    'npm could not install the dependencies; its own reason is above.',
    'check the network or proxy (npm ping), make sure the disk has 2 GB free, then run the same command again.',
  )
}

/**
 * Whether what npm recorded as installed is what the lock file asks for, whoever ran npm.
 * @param {string} lock
 */
function isInstalled(lock) {
  const installed = readIfThere(join(modulesFolder, '.package-lock.json'))
  if (installed === undefined) return false
  const there = JSON.parse(installed).packages
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = there[path]
    return found === undefined ? wanted.optional === true : found.version === wanted.version
  })
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 18)) return
  throw new Stop(
    `this is Node ${process.versions.node}; set-up needs Node 20.18 or newer.`,
    'install Node 20.18 or newer from nodejs.org or your system, then run the same command again.',
  )
}

/** Windows cannot delete a program that is running, and npm ci would have to delete this one. */
function refuseToReplaceItself() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(modulesFolder)) return
  throw new Stop(
    'the dependencies have changed while the project’s own Node is running.',
    'run: npm ci   and then the same command again.',
  )
}

/**
 * @param {string} file
 */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
