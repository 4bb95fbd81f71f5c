import type { Card } from '../model/card.ts'
import type { Figure, Source } from '../model/elements.ts'
import type { Lang } from '../model/lang.ts'
import type { RichDocument } from '../rich-text/document.ts'

/** The versions of a localized field that exist. */
export type Versions<T> = Partial<Readonly<Record<Lang, T>>>

/** What people wrote in a brief, in every language they wrote it in. */
export type BriefContent = {
  /** The brief's own language, which stands in where a version is missing. */
  readonly lang: Lang
  readonly title: Versions<string>
  readonly audience: Versions<string>
  readonly question: Versions<string>
  readonly messages: Versions<RichDocument>
  readonly narrative: Versions<RichDocument>
  readonly recommendations: Versions<RichDocument>
  /** Ids of the records selected as evidence, whether the text cites them or not. */
  readonly records: readonly string[]
}

/** What a brief needs of a record. `opening` is the start of its text, for a record without a summary. */
export type EvidenceRecord = {
  readonly card: Card
  readonly source: Source | null
  readonly figures: readonly Figure[]
  readonly opening?: Versions<string>
}

/** Names the composition looks up in the taxonomies. Codes that nobody knows stand for themselves. */
export type BriefLookups = {
  readonly sdgLabel: (code: string, lang: Lang) => string
  readonly sdgColor: (code: string) => string
  readonly countryName: (code: string, lang: Lang) => string
}

/** A sentence or word from `locales/*\/briefs.json` in the language of the composition, not escaped for any format. */
export type BriefWords = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What surrounds the content: the language asked for, the day (ISO 8601), the workspace, the evidence. */
export type BriefSetting = {
  readonly lang: Lang
  readonly date: string
  readonly workspace: string
  /** Every record selected or cited that the workspace holds, deleted ones too. One that is missing counts as withdrawn. */
  readonly evidence: readonly EvidenceRecord[]
  readonly lookups: BriefLookups
}
