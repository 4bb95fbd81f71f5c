import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { forwardSignals, toolEnvironment } from './processes.mjs'
import { megabytes, say } from './say.mjs'

const LOOK_EVERY_MS = 2_000
const TELL_EVERY_MS = 10_000
const PATIENCE_MS = 75_000

/**
 * Runs a program that downloads into `folders`, tells how far it is, and ends it when nothing has arrived for 75 seconds:
 * a network that swallows connections would otherwise hold set-up for ever.
 * @param {{ what: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv, folders: readonly string[] }} job
 * @returns {Promise<{ ok: boolean, output: string, stalled: boolean }>}
 */
export function download({ what, command, args, env, folders }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...toolEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk))
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk))

    const before = total(folders)
    const started = Date.now()
    let size = before
    let grewAt = started
    let toldAt = started
    let stalled = false
    const look = setInterval(() => {
      const now = Date.now()
      const current = total(folders)
      if (current !== size) [size, grewAt] = [current, now]
      if (now - toldAt >= TELL_EVERY_MS) {
        toldAt = now
        say(`${what}: ${megabytes(Math.max(0, size - before))} after ${Math.round((now - started) / 1000)} s`)
      }
      if (now - grewAt >= PATIENCE_MS) {
        stalled = true
        child.kill('SIGKILL')
      }
    }, LOOK_EVERY_MS)

    const forget = forwardSignals(child)
    const end = (/** @type {boolean} */ ok) => {
      clearInterval(look)
      forget()
      resolve({ ok, output, stalled })
    }
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/**
 * @param {readonly string[]} folders
 */
function total(folders) {
  return folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
}

/**
 * Files come and go while a download runs, so whatever cannot be looked at counts as nothing.
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name)
      return sum + (entry.isDirectory() ? sizeOf(path) : fileSize(path))
    }, 0)
  } catch {
    return 0
  }
}

/**
 * @param {string} file
 */
function fileSize(file) {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
