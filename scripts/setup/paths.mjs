import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.mjs'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export const outFolder = join(root, 'out')

export const modulesFolder = join(root, 'node_modules')

/** Where large downloads live: outside the checkout, so that a second clone or a fresh install finds them again. */
export function cacheFolder() {
  return join(systemCacheFolder(), 'temoin')
}

/** The same, made where it is missing. */
export function makeCacheFolder() {
  const folder = cacheFolder()
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    throw new Stop(
      `nothing can be written in ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
      'set XDG_CACHE_HOME to a folder of yours, then run the same command again.',
    )
  }
}

function systemCacheFolder() {
  if (process.env.XDG_CACHE_HOME) return resolve(process.env.XDG_CACHE_HOME)
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return join(homedir(), '.cache')
}

/** The folder a person typed the command in; npm itself runs scripts in the checkout's top folder. */
export function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd()
}
