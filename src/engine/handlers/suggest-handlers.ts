import { done, refused } from '../../core/problem.ts'
import type { Session } from '../session.ts'
import { reviewQueue } from '../suggest-many.ts'
import { suggestWhileTyping } from '../suggest.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `suggest.${string}`>

/** Suggesting tags. */
export function suggestHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'suggest.record'({ id, lang }) {
      const current = session.current()
      if (!current.ok) return current
      const suggested = suggestWhileTyping(current.value, id, lang)
      return suggested ? done(suggested) : refused({ code: 'unknown-record', id })
    },
    async 'suggest.queue'({ ids }) {
      const current = session.current()
      if (!current.ok) return current
      if (!current.value.file.readOnly) current.value.edits.seal()
      return done(await reviewQueue(session, current.value.workspace, ids))
    },
  }
}
