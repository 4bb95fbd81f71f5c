import { createContext, useContext } from 'react'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { i18n } from './i18n.ts'

/** Gives the words for a key (`namespace:path.to.key`) with its numbers and names filled in. */
export type Text = (key: string, data?: Readonly<Record<string, unknown>>) => string

/** The words of the interface and the language they are in. */
export type Words = { readonly t: Text; readonly lang: Lang }

/** The words of the interface as they are now, for what happens outside of any component. */
export const wordsNow: Text = (key, data) => i18n.t(key, { ...data })

/** Hands the words down to every component; one subscription for all of them keeps long lists quick. */
export const WordsContext = createContext<Words | null>(null)

/** The words of the interface in the person's language, and that language; the component follows a live switch. */
export function useText(): Words {
  return useContext(WordsContext) ?? { t: wordsNow, lang: isLang(i18n.language) ? i18n.language : 'en' }
}
