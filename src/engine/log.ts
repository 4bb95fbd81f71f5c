import { join } from 'node:path'
import { inspect } from 'node:util'
import type { EngineEnvironment } from './environment.ts'

/** Where bugs are written down in full, on this computer only. */
export type Log = {
  readonly openIn: (environment: EngineEnvironment) => void
  /** Writes an error down; returns the reference that people are shown. */
  readonly write: (where: string, error: unknown) => string
}

/** Makes a log. What happens before it has a folder goes to standard error. */
export function createLog(): Log {
  let open: EngineEnvironment | undefined
  return {
    openIn(environment) {
      open = environment
    },
    write(where, error) {
      const at = open ? new Date(open.ports.nowMillis()).toISOString() : ''
      const ref = at.replace(/\D/g, '').slice(4, 17)
      const entry = `${at} ${ref} ${where}\n${inspect(error)}\n\n`
      if (open) open.appendLine(join(open.dataFolder, 'problems.log'), entry)
      else process.stderr.write(entry)
      return ref
    },
  }
}
