import { spawn } from 'node:child_process'
import { basename, delimiter, join } from 'node:path'
import { modulesFolder, root } from './paths.mjs'

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd]
 * @property {boolean} [quiet] collect what it prints instead of showing it
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end. Ctrl+C and a polite request to stop reach it too, so nothing is left behind.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...toolEnvironment(), ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: options.shell ?? false,
    })
    let output = ''
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk))
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk))
    const forget = forwardSignals(child)
    child.on('error', (error) => {
      forget()
      resolve({ code: 127, output: output + error.message })
    })
    child.on('close', (code, signal) => {
      forget()
      resolve({ code: code ?? (signal ? 128 : 1), output })
    })
  })
}

/**
 * Passes requests to stop on to a child for as long as the answer has not been called.
 * @param {import('node:child_process').ChildProcess} child
 */
export function forwardSignals(child) {
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  process.on('SIGINT', pass)
  process.on('SIGTERM', pass)
  return () => {
    process.off('SIGINT', pass)
    process.off('SIGTERM', pass)
  }
}

/** The environment for the project's tools: its own Node comes first on the path. */
export function toolEnvironment() {
  const path = `${join(modulesFolder, '.bin')}${delimiter}${process.env.PATH ?? process.env.Path ?? ''}`
  return { ...process.env, PATH: path }
}

/**
 * How to start npm: the one that runs this script where there is one, so that its version and settings are the same.
 * @returns {{ command: string, args: readonly string[], shell: boolean }}
 */
export function npmCommand() {
  const self = process.env.npm_execpath
  if (self && basename(self) === 'npm-cli.js') return { command: process.execPath, args: [self], shell: false }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows }
}
