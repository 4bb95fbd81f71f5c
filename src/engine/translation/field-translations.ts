import { contentAt, inLocale, placeOf, placesOf } from '../../core/history/field-content.ts'
import { settle } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import type { FieldTranslation, TranslationState } from '../../core/model/translation.ts'
import type { Lang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { changesAt, contentSeen, seenOf } from '../../core/translation/seen.ts'
import { documentOfContent, textOfDocument } from '../../core/translation/text-document.ts'
import { fieldState, TRANSLATIONS, translatedAt } from '../../core/translation/translation-state.ts'
import type { WorkingSet } from '../working-set.ts'
import type { Workspace } from '../workspace.ts'

/** How far each field of a record has come in a language; where its source moved on, the source then and now. */
export function fieldTranslations(workspace: Workspace, id: string, lang: Lang): Outcome<readonly FieldTranslation[]> {
  const changes = workspace.store.changesOf(id)
  if (changes.length === 0) return refused({ code: 'unknown-record', id })
  const subject = settle(changes)
  const source = sourceLang(subject)
  const fields = placesOf(subject.kind).flatMap((place): readonly FieldTranslation[] => {
    const { field, locale, key } = place
    if (locale !== lang) return []
    const state = fieldState(subject, changes, field.id, lang)
    if (state === 'source') return []
    if (state !== 'outdated') return [{ field: field.id, state }]
    const seen = translatedAt(subject, key)?.seen ?? ''
    const then = contentSeen(changes, subject.kind, field.id, source, seen)
    const now = contentAt(subject, inLocale(place, source))
    const [before, after] = [then?.content, now].map((content) =>
      content ? textOfDocument(documentOfContent(content)) : '',
    )
    return [{ field: field.id, state, source: { before: before ?? '', after: after ?? '' } }]
  })
  return done(fields)
}

/** Says how far fields have come in a language; whoever says so has seen their sources as they are now. As one deed. */
export function markTranslations(
  workspace: Workspace,
  ask: {
    readonly id: string
    readonly lang: Lang
    readonly fields: readonly string[]
    readonly state: TranslationState
  },
): Outcome<number> {
  const work = workspace.work()
  for (const field of ask.fields) {
    const marked = markIn(workspace, work, { ...ask, field })
    if (!marked.ok) return marked
  }
  workspace.commit(work, 'step')
  return done(work.made().length)
}

/** The same for one field inside a working set. */
export function markIn(
  workspace: Workspace,
  work: WorkingSet,
  mark: { readonly id: string; readonly lang: Lang; readonly field: string; readonly state: TranslationState },
): Outcome<number> {
  const { id, lang, field, state } = mark
  const subject = work.subject(id)
  if (!subject) return refused({ code: 'unknown-record', id })
  const source = sourceLang(subject)
  const place = placeOf(subject.kind, field, lang)
  if (!place) return refused({ code: 'unknown-field', field, kind: subject.kind })
  if (lang === source) return refused({ code: 'unknown-lang', lang })
  const value = { key: place.key, state, seen: seenOf(changesAt(work.changesOf(id), field, source)) }
  return workspace.changeIn(work, id, [{ op: 'add', field: TRANSLATIONS, value }])
}
