import type { Card, FieldText } from '../model/card.ts'
import type { ElementType, Field } from '../model/fields.ts'
import { findField } from '../model/kinds.ts'
import { isLang, type Lang } from '../model/lang.ts'
import type { AnalysisLang } from './analyse.ts'

/** A text as search reads it. */
export type SearchedText = {
  readonly field: string
  readonly text: string
  /** The language it is shown as. */
  readonly lang: Lang
  /** The language it is analysed in; names belong to none. */
  readonly analysedAs: AnalysisLang
  /** The language version it belongs to, or null where it belongs to all. */
  readonly version: Lang | null
  /** How much a match counts: the field's declared weight. */
  readonly weight: number
  /** Whether it reads as a text, from which a stretch can be shown. */
  readonly prose: boolean
}

/** From this weight on, a field is a heading. */
export const TITLE_WEIGHT = 5

/** What an undeclared field (of a newer version) counts. */
const UNKNOWN_WEIGHT = 1

const CODES: readonly ElementType[] = ['sdg', 'theme', 'country', 'record']
const NAMES: readonly ElementType[] = ['country', 'place', 'person', 'organisation']

/**
 * The texts of a record that are searched. Codes are not words: of goals, themes and countries it is the labels, passed
 * in with their language, that count.
 */
export function searchedTexts(card: Pick<Card, 'kind' | 'lang'>, texts: Iterable<FieldText>): readonly SearchedText[] {
  const searched: SearchedText[] = []
  for (const { field: id, locale, text } of texts) {
    const field = findField(card.kind, id)
    const weight = field?.weight ?? UNKNOWN_WEIGHT
    const version = isLang(locale) ? locale : null
    if (weight === 0 || text === '' || (version === null && holds(field, CODES))) continue
    const lang = version ?? card.lang
    const analysedAs = holds(field, NAMES) ? 'none' : lang
    const prose = field === undefined || field.type === 'rich' || field.type === 'long-text'
    searched.push({ field: id, text, lang, analysedAs, version, weight, prose })
  }
  return searched
}

function holds(field: Field | undefined, elements: readonly ElementType[]): boolean {
  return field?.type === 'set' && elements.includes(field.element)
}
