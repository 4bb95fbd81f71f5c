import { done } from '../../core/problem.ts'
import { checkWorkspaceFile } from '../file/check-workspace-file.ts'
import type { Session } from '../session.ts'
import { earlierVersions, lookInto, makeWay, takeOutVersion } from '../versions/earlier-versions.ts'
import { checkFile } from '../workspace-file.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `versions.${string}`>

/** Earlier versions of a file, and what can be brought back of one that is damaged. */
export function versionHandlers({ environment }: Session): Pick<Handlers, Names> {
  return {
    async 'versions.list'({ path }) {
      const found = await earlierVersions(environment, path)
      return done(found.map(({ id, kind, at, bytes }) => ({ id, kind, at, bytes })))
    },
    'versions.look': ({ path, version }) => lookInto(environment, path, version),
    'versions.open': ({ path, version, to }) => takeOutVersion(environment, path, version, to),
    async 'versions.salvage'({ path }) {
      const { records, changes, salvage } = await checkWorkspaceFile(environment, path)
      return done({ records, changes, complete: salvage?.complete ?? false })
    },
    async 'versions.saveSalvaged'({ path, to }) {
      const way = await makeWay(environment, path, to)
      if (!way.ok) return way
      const saved = await checkFile(environment, path, to, true)
      return saved.ok ? done(null) : saved
    },
  }
}
