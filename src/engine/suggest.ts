import type { Lang } from '../core/model/lang.ts'
import { type FieldSuggestions, suggestForFields } from '../core/suggest/suggest-fields.ts'
import { suggestSdgs } from '../core/suggest/suggest.ts'
import type { Suggestions } from '../core/suggest/suggestion.ts'
import { tellLang } from '../core/suggest/tell-lang.ts'
import type { Workspace } from './workspace.ts'

/** What a text is about, and the language it was read in: null where it is in none of the three, and nothing was read. */
export type TextSuggestions = Suggestions & { readonly lang: Lang | null }

/** What a record is about, and the version that was read. */
export type RecordSuggestions = FieldSuggestions & { readonly lang: Lang }

/** Goals and targets for any text. Without a language it is told from the text; `likely` decides where that is unsure. */
export function suggestForText(text: string, lang: Lang | undefined, likely: Lang): TextSuggestions {
  const read = lang ?? tellLang(text, likely)
  if (read === undefined) return { lang: null, goals: [], targets: [], read: 0 }
  return { lang: read, ...suggestSdgs(text, read) }
}

/** Goals and targets for one language version of a record; undefined where there is no such record. */
export function suggestForRecord(
  workspace: Workspace,
  id: string,
  lang: Lang | undefined,
): RecordSuggestions | undefined {
  const card = workspace.store.card(id)
  if (!card) return undefined
  const version = lang ?? card.lang
  const texts = [...workspace.store.texts(id)].filter(({ locale }) => locale === version)
  return { lang: version, ...suggestForFields(texts, version) }
}
