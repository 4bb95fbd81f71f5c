import type { Change } from '../history/change.ts'
import { contentAt, inLocale, isEmptyContent, isSameContent, placeOf } from '../history/field-content.ts'
import { sourceLang } from '../history/steps.ts'
import type { Subject } from '../history/settle.ts'
import { isJsonObject } from '../model/json.ts'
import type { Lang } from '../model/lang.ts'
import { TRANSLATION_STATES, type TranslationState } from '../model/translation.ts'
import { changesAt, contentSeen, seenOf } from './seen.ts'

/** How far one field has come in one language; `source` where it was written in it, `outdated` once the source changed. */
export type FieldState = 'source' | 'missing' | 'outdated' | TranslationState

/** What is on record of a translation: how far it has come, and what its translator had seen of the source. */
export type Translated = { readonly key: string; readonly state: TranslationState; readonly seen: string }

/** The set in which records keep how far their translations have come. */
export const TRANSLATIONS = 'translations'

/** What is on record of one field in one language, if anything. */
export function translatedAt(subject: Subject, key: string): Translated | undefined {
  const value = subject.sets.get(TRANSLATIONS)?.find((element) => element.key === key)?.value
  if (!isJsonObject(value)) return undefined
  const state = TRANSLATION_STATES.find((entry) => entry === value['state'])
  return state && typeof value['seen'] === 'string' ? { key, state, seen: value['seen'] } : undefined
}

/**
 * How far a field has come in a language. A translation that nobody spoke of is a draft. It is outdated once the source
 * says something else than its translator saw; a source that was changed and changed back is not.
 *
 * @param changes all changes of the subject
 */
export function fieldState(subject: Subject, changes: readonly Change[], field: string, lang: Lang): FieldState {
  const source = sourceLang(subject)
  if (lang === source) return 'source'
  const place = placeOf(subject.kind, field, lang)
  if (!place || isEmptyContent(contentAt(subject, place))) return 'missing'
  const translated = translatedAt(subject, place.key)
  if (!translated) return 'draft'
  if (translated.seen === seenOf(changesAt(changes, field, source))) return translated.state
  const then = contentSeen(changes, subject.kind, field, source, translated.seen)
  const isSame = then && isSameContent(then.content, contentAt(subject, inLocale(place, source)))
  return isSame ? translated.state : 'outdated'
}
