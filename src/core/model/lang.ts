/** The languages Temoin works in, in the order people are offered them. */
export const LANGS = ['en', 'fr', 'es'] as const

/** One of the three languages. Interface language and content language are chosen apart. */
export type Lang = (typeof LANGS)[number]

/** Whether a value from outside names one of the three languages. */
export function isLang(value: unknown): value is Lang {
  return LANGS.some((lang) => lang === value)
}
