import { findField, type RecordKind } from '../model/kinds.ts'
import { isLang, type Lang } from '../model/lang.ts'

/** A column that does not come in. */
export const SKIPPED = '-'

/** A column that is kept with the record's other details, under its own name. */
export const EXTRA = 'extra'

/** Where a column of a table goes: a field, perhaps a part of it, perhaps in one language. */
export type Target = { readonly field: string; readonly part?: string; readonly lang?: Lang }

/** Parts of fields that a column of its own can hold. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  period: ['from', 'to'],
  source: ['title', 'author', 'publisher', 'year', 'url', 'pages'],
  places: ['name', 'country'],
  people: ['name', 'role'],
}

/** What a column can say that is no field of the form: which record it is, of which kind, in which language. */
const HEAD = ['record', 'id', 'kind', 'lang', 'files'] as const

/** Reads a target as a mapping writes it: `title`, `title:fr`, `period.from`. Undefined where a kind has no such place. */
export function readTarget(kind: RecordKind, written: string): Target | undefined {
  const [place = '', lang] = written.split(':')
  const [field = '', part] = place.split('.')
  if (lang !== undefined && !isLang(lang)) return undefined
  if (isHead(place)) return lang === undefined ? { field: place } : undefined
  const declared = findField(kind, field)
  if (!declared || declared.place === 'hidden') return undefined
  if (part !== undefined && !PARTS[field]?.includes(part)) return undefined
  if (lang !== undefined && !declared.localized) return undefined
  return { field, ...(part === undefined ? {} : { part }), ...(lang === undefined ? {} : { lang }) }
}

function isHead(place: string): boolean {
  return HEAD.some((head) => head === place)
}
