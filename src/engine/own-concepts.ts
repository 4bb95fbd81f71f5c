import { type Concept, readNames } from '../core/concepts/concept.ts'
import { fieldKey } from '../core/history/change.ts'
import { settle } from '../core/history/settle.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Store } from '../core/store.ts'

/**
 * The concepts that somebody wrote down in the workspace, each a new one or more names for one that comes with the app.
 * Where two people gave names to one apart from each other, all of them count until somebody chooses.
 */
export function ownConcepts(store: Store): readonly Concept[] {
  return store.subjects().flatMap(({ subject, kind }): readonly Concept[] => {
    if (kind !== 'concept') return []
    const { deleted, values } = settle(store.changesOf(subject))
    if (deleted) return []
    const namesIn = (lang: Lang) => {
      const words = values.get(fieldKey('words', lang))
      const texts = words ? words.open.map(({ value }) => value) : []
      return texts.flatMap((text) => (typeof text === 'string' ? readNames(text) : []))
    }
    const extended = values.get('extends')?.value
    const id = typeof extended === 'string' && extended !== '' ? extended : subject
    return [{ id, names: { en: namesIn('en'), fr: namesIn('fr'), es: namesIn('es') } }]
  })
}
