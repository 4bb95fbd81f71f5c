import { saysDeleted } from '../../../core/history/steps.ts'
import type { HistoryEntry } from '../../../core/history/timeline.ts'
import type { Text } from '../../i18n/use-text.ts'
import { fieldLabel } from '../field-words.ts'

const OPS: ReadonlySet<string> = new Set(['set', 'add', 'remove', 'edit'])

/** What was done, in a few words: to which field, in which language, or to the whole. */
export function actWords(t: Text, entry: Pick<HistoryEntry, 'field' | 'locale' | 'op' | 'result'>): string {
  const { field, locale, op, result } = entry
  const after = result.type === 'value' ? result.after : null
  if (field === 'lifecycle') return t(saysDeleted(after) ? 'history:deleted' : 'history:restored')
  if (field === 'lang' && typeof after === 'string') return t('history:begun', { lang: t(`briefs:in.${after}`) })
  const label = placeWords(t, field, locale)
  return OPS.has(op) ? label : t('history:other', { field: label })
}

/** A field by its name, and the language it was written in where it has several. */
export function placeWords(t: Text, field: string, locale: string): string {
  const name = fieldLabel(t, field)
  return locale ? t('history:inLang', { field: name, lang: t(`kinds:choices.lang.${locale}`) }) : name
}
