import type { BriefCheck } from '../../core/briefs/check.ts'
import type { Composition } from '../../core/briefs/composition.ts'
import type { Lang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { composeFrom, dayOf } from '../brief-content.ts'
import { finishedPdf, printJobFor, writeBrief } from '../brief-files.ts'
import type { Session } from '../session.ts'
import { workspaceName } from '../workspace-facts.ts'
import type { Handlers, ShellHandlers } from './handlers.ts'

type Names = 'briefs.check' | 'briefs.preview' | 'briefs.export'

/** Checking, showing and exporting briefs. */
export function briefHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'briefs.check'({ id, lang }) {
      const composed = compose(session, id, lang)
      return composed.ok ? done(checkOf(composed.value)) : composed
    },
    async 'briefs.preview'({ id, lang }) {
      const composed = compose(session, id, lang)
      if (!composed.ok) return composed
      const html = await writeBrief(composed.value, 'html', session.environment.assets, 'A4')
      const { cited, head } = composed.value
      return done({ html: new TextDecoder().decode(html), title: head.title.text, cited: cited.length })
    },
    async 'briefs.export'({ id, lang, format, path, paper }) {
      // Only the shell can print: it asks `print.compose` and `print.finish` instead.
      if (format === 'pdf') return refused({ code: 'pdf-unavailable', reason: 'engine' })
      const composed = compose(session, id, lang)
      if (!composed.ok) return composed
      const bytes = await writeBrief(composed.value, format, session.environment.assets, paper ?? 'A4')
      const written = await session.environment.writeFile(path, bytes, { force: true })
      return written.ok ? done({ file: path, bytes: bytes.length, cited: composed.value.cited.length }) : written
    },
  }
}

/** The two halves of a PDF export around the shell's printing. */
export function printHandlers(session: Session): Pick<ShellHandlers, 'print.compose' | 'print.finish'> {
  return {
    'print.compose'({ id, lang, paper }) {
      const composed = compose(session, id, lang)
      if (!composed.ok) return composed
      return done(printJobFor(composed.value, session.environment.assets, paper))
    },
    async 'print.finish'({ id, lang, path, pdf }) {
      const composed = compose(session, id, lang)
      if (!composed.ok) return composed
      const bytes = await finishedPdf(pdf, composed.value)
      const written = await session.environment.writeFile(path, bytes, { force: true })
      return written.ok ? done({ file: path, bytes: bytes.length, cited: composed.value.cited.length }) : written
    },
  }
}

function compose(session: Session, id: string, lang: Lang): Outcome<Composition> {
  const current = session.current()
  if (!current.ok) return current
  const { edits, workspace } = current.value
  edits.seal()
  const brief = workspace.subject(id)
  if (!brief) return refused({ code: 'unknown-record', id })
  const date = dayOf(session.environment.ports.nowMillis())
  return composeFrom(workspace, brief, { lang, date, workspaceName: workspaceName(workspace) })
}

/** The composition's checks, by what is the matter, as the window shows them. */
function checkOf(composition: Composition): BriefCheck {
  const { checks, cited } = composition
  return {
    cited,
    uncited: checks.flatMap((check) => (check.code === 'uncited' ? [check.record] : [])),
    withdrawn: checks.flatMap((check) => (check.code === 'withdrawn' ? [check.record] : [])),
    illustrative: checks.flatMap((check) => (check.code === 'illustrative' ? [check.record] : [])),
    contested: checks.flatMap((check) => (check.code === 'contested' ? [check.record] : [])),
    unsupported: checks.flatMap((check) => (check.code === 'unsupported' ? [check.text] : [])),
    fallback: checks.flatMap((check) => (check.code === 'fallback' ? [check.field] : [])),
  }
}
