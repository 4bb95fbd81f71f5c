import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export const outFolder = join(root, 'out')

export const modulesFolder = join(root, 'node_modules')

/** Where large downloads live: outside the checkout, so that a second clone or a fresh install finds them again. */
export function cacheFolder() {
  return join(systemCacheFolder(), 'temoin')
}

function systemCacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return join(homedir(), '.cache')
}

/** The folder a person typed the command in; npm itself runs scripts in the checkout's top folder. */
export function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd()
}
