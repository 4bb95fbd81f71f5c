import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLang } from '../../core/model/lang.ts'
import { i18n } from './i18n.ts'
import { type Words, WordsContext } from './use-text.ts'

/** Gives everything inside it the words of the interface, anew whenever its language changes. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(undefined, { i18n })
  const lang = isLang(i18n.language) ? i18n.language : 'en'
  const words = useMemo<Words>(() => ({ t: (key, data) => t(key, { ...data }), lang }), [t, lang])
  return <WordsContext value={words}>{children}</WordsContext>
}
