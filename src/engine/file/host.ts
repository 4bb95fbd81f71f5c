import { setTimeout } from 'node:timers/promises'
import type { Ports } from '../../core/ports.ts'
import { nodePorts } from '../ports.ts'
import type { FileSystem } from './file-system.ts'
import { nodeFileSystem } from './node-file-system.ts'

/** What the file code needs from its surroundings. */
export type FileHost = Pick<Ports, 'nowMillis' | 'randomBytes'> & {
  readonly fs: FileSystem
  readonly sleep: (millis: number) => Promise<void>
  /** Names this process among those that run now. */
  readonly process: number
  /** Whether a process of this machine still runs; true where that cannot be known. */
  readonly isRunning: (process: number) => boolean
}

/** The surroundings of a real run. */
export function createFileHost(): FileHost {
  return {
    ...nodePorts(),
    fs: nodeFileSystem,
    sleep: (millis) => setTimeout(millis),
    process: process.pid,
    isRunning,
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // ESRCH: there is none. EPERM: there is one, of somebody else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
