import { findField } from '../../../core/model/kinds.ts'
import type { Lang } from '../../../core/model/lang.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { sdgLabel } from '../../../core/taxonomy/sdgs.ts'
import { themeLabel } from '../../../core/taxonomy/themes.ts'
import { formatPartialDate } from '../../i18n/format.ts'
import type { Text } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import type { HistoryEntry } from './history-groups.ts'

const OPS: ReadonlySet<string> = new Set(['set', 'add', 'remove', 'edit'])

/** What was done, in a few words: to which field, in which language, or to the record as a whole. */
export function actWords(t: Text, { field, locale, op, summary }: HistoryEntry): string {
  if (field === 'lifecycle') return t(summary === 'deleted' ? 'record:history.deleted' : 'record:history.restored')
  if (field === 'lang') return t('record:history.begun', { lang: t(`briefs:in.${summary}`) })
  const name = fieldLabel(t, field)
  const label = locale ? t('record:history.inLang', { field: name, lang: t(`kinds:choices.lang.${locale}`) }) : name
  return t(`record:history.${OPS.has(op) ? op : 'other'}`, { field: label })
}

/** What it came to, as people read it; empty where the words above say everything. */
export function resultWords(t: Text, lang: Lang, kind: string, { field, summary }: HistoryEntry): string {
  const declared = findField(kind, field)
  if (field === 'lifecycle' || field === 'lang') return ''
  if (declared?.type === 'choice') return t(`kinds:choices.${field}.${summary}`, { defaultValue: summary })
  if (declared?.type === 'flag') return t(summary === 'true' ? 'record:value.yes' : 'record:value.no')
  if (declared?.type === 'period') return withDates(summary, lang)
  if (declared?.type !== 'set') return summary
  switch (declared.element) {
    case 'sdg':
      return `${summary} ${sdgLabel(summary, lang)}`
    case 'country':
      return countryName(summary, lang)
    case 'theme':
      return themeLabel(summary, lang) ?? ''
    case 'volunteers':
      return summary.replace(/^[a-z]+/, (type) => t(`kinds:choices.volunteers.${type}`, { defaultValue: type }))
    case 'figure':
      return withDates(summary, lang)
    default:
      return summary
  }
}

function withDates(text: string, lang: Lang): string {
  return text.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (date) => formatPartialDate(date, lang))
}
