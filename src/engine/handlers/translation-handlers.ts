import { done } from '../../core/problem.ts'
import type { Session } from '../session.ts'
import { fieldTranslations, markTranslations } from '../translation/field-translations.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `translations.${string}`>

/** How far the translations of a record have come, and saying so. */
export function translationHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'translations.list'({ id, lang }) {
      const current = session.current()
      return current.ok ? fieldTranslations(current.value.workspace, id, lang) : current
    },
    'translations.mark'(ask) {
      const current = session.writable()
      if (!current.ok) return current
      // What is being typed is part of what is said to be translated.
      current.value.edits.seal()
      const marked = markTranslations(current.value.workspace, ask)
      return marked.ok ? done({ changed: marked.value }) : marked
    },
  }
}
