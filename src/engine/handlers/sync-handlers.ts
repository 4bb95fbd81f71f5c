import { done, type Outcome } from '../../core/problem.ts'
import type { PutAway } from '../../ipc/shapes.ts'
import { fileExists } from '../file/read-workspace-file.ts'
import type { Session } from '../session.ts'
import type { Handlers } from './handlers.ts'

/** The folder of the open file: what lies there, and what is to be done about it. */
export function syncHandlers(session: Session): Pick<Handlers, Extract<keyof Handlers, `sync.${string}`>> {
  return {
    'sync.state': () => {
      const current = session.current()
      return done(current.ok ? current.value.sync.state() : null)
    },
    async 'sync.writeAgain'() {
      const current = session.writable()
      if (!current.ok) return current
      const { turns, file, sync } = current.value
      await turns(async () => {
        // What lies there by now is merged, not replaced.
        if (!(await fileExists(session.environment.host, file.path))) file.fingerprint = null
      })
      const saved = await session.saveAgain(current.value)
      await sync.look()
      return saved
    },
    'sync.putAway': ({ paths }) => putAwayCopies(session, paths),
  }
}

/**
 * Moves those of the copies that lie beside the file and bring nothing more to the backups, once all that they brought
 * is in the file. Copies that somebody chose elsewhere stay where they are.
 */
export async function putAwayCopies(session: Session, paths: readonly string[]): Promise<Outcome<readonly PutAway[]>> {
  const current = session.writable()
  if (!current.ok) return current
  const saved = await session.save()
  if (!saved.ok) return saved
  return done(session.isSettled(current.value) ? await current.value.sync.putAway(paths) : [])
}
