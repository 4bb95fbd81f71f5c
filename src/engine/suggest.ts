import { project } from '../core/history/project.ts'
import { settle } from '../core/history/settle.ts'
import { sourceLang } from '../core/history/steps.ts'
import type { FieldText } from '../core/model/card.ts'
import type { Lang } from '../core/model/lang.ts'
import { type RecordSuggestions, suggestForFields } from '../core/suggest/suggest-fields.ts'
import { suggestTags, type TagSuggestions } from '../core/suggest/suggest-tags.ts'
import { tellLang } from '../core/suggest/tell-lang.ts'
import type { Opened } from './session.ts'
import type { Workspace } from './workspace.ts'

/** What a text is about, and the language it was read in: null where it is in none of the three, and nothing was read. */
export type TextSuggestions = TagSuggestions & { readonly lang: Lang | null }

/** Goals, targets and themes for any text. Without a language it is told from the text; `likely` decides where that is unsure. */
export function suggestForText(text: string, lang: Lang | undefined, likely: Lang): TextSuggestions {
  const read = lang ?? tellLang(text, likely)
  if (read === undefined) return { lang: null, goals: [], targets: [], themes: [], read: 0 }
  return { lang: read, ...suggestTags(text, read) }
}

/** Goals, targets and themes for one language version of a record; undefined where there is no such record. */
export function suggestForRecord(
  workspace: Workspace,
  id: string,
  lang: Lang | undefined,
): RecordSuggestions | undefined {
  const card = workspace.store.card(id)
  return card ? suggestForTexts([...workspace.store.texts(id)], lang ?? card.lang) : undefined
}

/** The same with what is being typed and is not in the log yet; where that version is empty, the record's own language is read. */
export function suggestWhileTyping(
  { workspace, edits }: Pick<Opened, 'workspace' | 'edits'>,
  id: string,
  lang: Lang,
): RecordSuggestions | undefined {
  const changes = [...workspace.store.changesOf(id), ...edits.pendingOf(id)]
  if (changes.length === 0) return undefined
  const subject = settle(changes)
  const { texts } = project(subject, '')
  return suggestForTexts(texts, texts.some(({ locale }) => locale === lang) ? lang : sourceLang(subject))
}

function suggestForTexts(texts: readonly FieldText[], lang: Lang): RecordSuggestions {
  const read = texts.filter(({ locale }) => locale === lang)
  return { lang, ...suggestForFields(read, lang) }
}
