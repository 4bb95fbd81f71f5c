import { spawn } from 'node:child_process'
import { hasDisplay } from './system-libraries.mjs'
import { Stop } from './say.mjs'

const SCREEN = '1366x768x24'

/**
 * Gives `work` the environment of a display: the real one, or a virtual one that ends with it.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({})
  const { name, stop } = await startVirtualDisplay()
  try {
    return await work({ DISPLAY: name })
  } finally {
    stop()
  }
}

/**
 * Xvfb looks for a free display number itself and says which on the fourth channel, so two runs never meet.
 * @returns {Promise<{ name: string, stop: () => void }>}
 */
function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const stop = () => void server.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    let number = ''
    let reason = ''
    server.stderr?.on('data', (/** @type {Buffer} */ chunk) => (reason += chunk))
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      number += chunk
      if (number.endsWith('\n')) resolve({ name: `:${number.trim()}`, stop })
    })
    const fail = (/** @type {string} */ why) =>
      reject(
        new Stop(`the virtual display did not start: ${why}`, 'install xvfb, or set DISPLAY to a display that works.'),
      )
    server.on('error', (error) => fail(error.message))
    server.on('exit', () => fail(reason.trim()))
  })
}
