import { fieldKey } from '../../core/history/change.ts'
import { findKind } from '../../core/model/kinds.ts'
import { isLang, LANGS, type Lang } from '../../core/model/lang.ts'
import type { SubjectView } from '../../core/model/view.ts'

/** How one language version stands: the one it was written in, one that has text, or one that has none yet. */
export type VersionState = 'source' | 'text' | 'empty'

/** The language a subject was written in. */
export function sourceLang(view: SubjectView): Lang {
  const lang = view.values['lang']?.value
  return isLang(lang) ? lang : (LANGS.find((other) => hasText(view, other)) ?? 'en')
}

/** How the version of a subject in a language stands. */
export function versionState(view: SubjectView, lang: Lang): VersionState {
  if (lang === sourceLang(view)) return 'source'
  return hasText(view, lang) ? 'text' : 'empty'
}

/** The plain text of a localized field in one language; empty where there is none. */
export function textOf(view: SubjectView, field: string, lang: Lang): string {
  const value = view.values[fieldKey(field, lang)]?.value
  return typeof value === 'string' ? value : (view.rich[fieldKey(field, lang)]?.text ?? '')
}

function hasText(view: SubjectView, lang: Lang): boolean {
  const fields = findKind(view.kind)?.fields ?? []
  return fields.some((field) => field.localized && textOf(view, field.id, lang).trim() !== '')
}
