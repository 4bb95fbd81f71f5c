import { done } from '../../core/problem.ts'
import { whereCode } from '../../core/tables/where.ts'
import { sizesNow } from '../answers/sizes.ts'
import { importFile } from '../import/import-file.ts'
import type { Session } from '../session.ts'
import { mergeWithProgress } from './merge-handlers.ts'
import { writeCopy } from '../workspace-file.ts'
import type { Handlers } from './handlers.ts'
import { putAwayCopies } from './sync-handlers.ts'

type Names = Extract<keyof Handlers, `workspace.${string}` | 'import.files'>

/** Opening, saving, merging and importing. */
export function workspaceHandlers(session: Session): Pick<Handlers, Names> {
  const { environment } = session
  return {
    'workspace.create': ({ path, name, lang }) => session.create({ path, name, lang, force: true }),
    'workspace.open': ({ path }) => session.openPath(path),
    async 'workspace.close'() {
      await session.close()
      return done(null)
    },
    'workspace.status': () => done(session.status()),
    'workspace.sizes'() {
      const current = session.current()
      return current.ok ? done(sizesNow(current.value.file)) : current
    },
    'workspace.save': () => session.save(),
    async 'workspace.saveCopy'({ path, light = false }) {
      const current = session.current()
      if (!current.ok) return current
      current.value.edits.seal()
      const written = await writeCopy(environment, current.value.file, path, { light })
      return written.ok ? done({ file: path, bytes: written.value, cited: 0 }) : written
    },
    async 'workspace.merge'({ paths, dryRun }) {
      const current = dryRun ? session.current() : session.writable()
      if (!current.ok) return current
      current.value.edits.seal()
      // What waits for a pause goes into the file first: the generation that is kept then is the state before the merge.
      const { save } = current.value
      if (!dryRun && save.kind === 'waiting' && save.forPause) await session.save()
      const merged = await mergeWithProgress(session, current.value, paths, dryRun)
      if (current.value.file.hasNewBlobs) void session.saveAgain(current.value)
      // Copies that somebody chose elsewhere are not ours to move, nor is it a failure if those here cannot be.
      if (merged.ok && !dryRun) await putAwayCopies(session, paths)
      return merged.ok ? done(merged.value.report) : merged
    },
    async 'import.files'({ paths }) {
      const current = session.writable()
      if (!current.ok) return current
      const totals = { imported: 0, updated: 0, unchanged: 0 }
      const problems: { where: string; code: string }[] = []
      for (const path of paths) {
        const work = importFile(environment, current.value.workspace, path, { dryRun: false })
        let step = work.next()
        while (!step.done) {
          session.report('import', step.value.imported + step.value.updated + step.value.unchanged, 0)
          // Others get a turn between batches: a long import must not stop anybody from typing.
          await new Promise(setImmediate)
          step = work.next()
        }
        if (!step.value.ok) return step.value
        const { imported, updated, unchanged, problems: found } = step.value.value
        totals.imported += imported
        totals.updated += updated
        totals.unchanged += unchanged
        problems.push(...found.map(({ where, problem }) => ({ where: whereCode(where), code: problem.code })))
      }
      return done({ ...totals, problems })
    },
  }
}
