/** How far a translation has come, as its translators say. */
export const TRANSLATION_STATES = ['draft', 'translated', 'revised', 'approved'] as const

/** One of them. */
export type TranslationState = (typeof TRANSLATION_STATES)[number]

/** How far one field of a record has come in a language. */
export type FieldTranslation = {
  readonly field: string
  readonly state: 'missing' | 'outdated' | TranslationState
  /** Where the source has changed since it was translated: its words then and now. */
  readonly source?: { readonly before: string; readonly after: string }
}
