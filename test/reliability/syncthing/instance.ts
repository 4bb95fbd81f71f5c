import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { configOf } from './config.ts'
import { waitUntil } from './wait.ts'

/** One real Syncthing with a folder of its own, on loopback only. */
export type Instance = {
  readonly id: string
  readonly name: string
  /** The folder that it keeps in step with the other's. */
  readonly folder: string
  readonly address: string
  readonly start: () => Promise<void>
  /** Ends this one process and no other. */
  readonly stop: () => Promise<void>
  readonly scan: () => Promise<void>
  readonly setPaused: (other: Instance, isPaused: boolean) => Promise<void>
  readonly isConnectedTo: (other: Instance) => Promise<boolean>
  /** Whether it has nothing to fetch and nothing to do. */
  readonly isIdle: () => Promise<boolean>
  /** Writes its settings; asked once for each, when both are known. */
  readonly introduce: (other: Instance) => void
}

/** How long a Syncthing that was asked to end may take before it is killed. */
const LONGEST_GOODBYE = 15_000

/** Makes an identity for a Syncthing below a folder; it does not run yet. */
export async function makeInstance(root: string, name: string): Promise<Instance> {
  const home = join(root, name, 'home')
  const folder = join(root, name, 'share')
  // Syncthing looks for this in a folder that it may touch.
  mkdirSync(join(folder, '.stfolder'), { recursive: true })
  const env = {
    ...process.env,
    HOME: join(root, name),
    STNOUPGRADE: '1',
    STNORESTART: '1',
    STNODEFAULTFOLDER: '1',
    // No second process that watches over the first: the one that is ended is the one that runs.
    STMONITORED: 'yes',
  }
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], {
    env,
    stdio: 'ignore',
  })
  const id = execFileSync('syncthing', ['serve', `--home=${home}`, '--device-id'], { env })
    .toString('utf8')
    .trim()
  const [screen, port] = [await freePort(), await freePort()]
  const key = `key-of-${name}`
  let child: ChildProcess | undefined

  async function ask(method: 'GET' | 'POST', path: string): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${screen}/rest/${path}`, { method, headers: { 'X-API-Key': key } })
    if (!answer.ok) throw new Error(`Syncthing answers ${path} with ${answer.status}`)
    const text = await answer.text()
    return text === '' ? null : JSON.parse(text)
  }

  const instance: Instance = {
    id,
    name,
    folder,
    address: `tcp://127.0.0.1:${port}`,
    introduce(other) {
      const config = configOf({ folder, devices: [instance, other], self: instance, screen, key })
      writeFileSync(join(home, 'config.xml'), config)
    },
    async start() {
      const log = openSync(join(home, 'run.log'), 'a')
      const args = ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade', '--logfile=-']
      child = spawn('syncthing', args, { env, stdio: ['ignore', log, log] })
      closeSync(log)
      await waitUntil(`Syncthing ${name} answers`, () =>
        ask('GET', 'system/ping').then(
          () => true,
          () => false,
        ),
      )
    },
    async stop() {
      const running = child
      child = undefined
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const ended = once(running, 'exit')
      running.kill('SIGTERM')
      const timer = setTimeout(() => running.kill('SIGKILL'), LONGEST_GOODBYE)
      await ended
      clearTimeout(timer)
    },
    async scan() {
      await ask('POST', 'db/scan?folder=t')
    },
    async setPaused(other, isPaused) {
      await ask('POST', `system/${isPaused ? 'pause' : 'resume'}?device=${other.id}`)
    },
    async isConnectedTo(other) {
      const { connections } = (await ask('GET', 'system/connections')) as {
        readonly connections: Readonly<Record<string, { readonly connected?: boolean } | undefined>>
      }
      return connections[other.id]?.connected === true
    },
    async isIdle() {
      const status = (await ask('GET', 'db/status?folder=t')) as {
        readonly state: string
        readonly needTotalItems: number
      }
      return status.state === 'idle' && status.needTotalItems === 0
    },
  }
  return instance
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
