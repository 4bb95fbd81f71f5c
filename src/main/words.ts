import en from '../../locales/en/menu.json' with { type: 'json' }
import es from '../../locales/es/menu.json' with { type: 'json' }
import fr from '../../locales/fr/menu.json' with { type: 'json' }
import type { Lang } from './outcome.ts'

type Words = typeof en
const WORDS: Readonly<Record<Lang, Words>> = { en, fr, es }

/** The words of native menus and dialogs in a language. */
export function words(lang: Lang): Words {
  return WORDS[lang]
}

/** A sentence with its names filled in. */
export function filled(sentence: string, data: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '')
}

/** The first language of the person's system that Temoin speaks, else English. */
export function langOfSystem(preferred: readonly string[]): Lang {
  const found = preferred.map((locale) => locale.slice(0, 2).toLowerCase()).find((code) => Object.hasOwn(WORDS, code))
  return (found as Lang | undefined) ?? 'en'
}
