import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { i18n } from './i18n.ts'

/** Gives the words for a key (`namespace:path.to.key`) with its numbers and names filled in. */
export type Text = (key: string, data?: Readonly<Record<string, unknown>>) => string

/** The words of the interface as they are now, for what happens outside of any component. */
export const wordsNow: Text = (key, data) => i18n.t(key, { ...data })

/** The words of the interface in the person's language, and that language; the component follows a live switch. */
export function useText(): { readonly t: Text; readonly lang: Lang } {
  const { t } = useTranslation(undefined, { i18n })
  const text = useMemo<Text>(() => (key, data) => t(key, { ...data }), [t])
  return { t: text, lang: isLang(i18n.language) ? i18n.language : 'en' }
}
