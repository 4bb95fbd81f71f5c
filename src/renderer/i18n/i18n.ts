import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '../../core/model/lang.ts'

type Words = { readonly [key: string]: unknown }

// The words come with the app: every namespace of every language, read when the app is built.
const files = import.meta.glob<Words>('../../../locales/*/*.json', { eager: true, import: 'default' })

/** All words by language and namespace, as i18next takes them. */
function resources(): Record<string, Record<string, Words>> {
  const found: Record<string, Record<string, Words>> = {}
  for (const [path, words] of Object.entries(files)) {
    const [lang, file] = path.split('/').slice(-2)
    if (lang === undefined || file === undefined) continue
    found[lang] = { ...found[lang], [file.replace('.json', '')]: words }
  }
  return found
}

/** The translator of the interface. Keys are `namespace:path.to.key`. */
export const i18n = i18next.createInstance()

/** Prepares the words and shows the interface in `lang`; the page's own language follows. */
export async function startI18n(lang: Lang): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'en',
    resources: resources(),
    defaultNS: 'app',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = lang
  i18n.on('languageChanged', (next) => {
    document.documentElement.lang = next
  })
}

/** Shows the interface in another language, at once and without losing anything. */
export async function showLanguage(lang: Lang): Promise<void> {
  if (i18n.language !== lang) await i18n.changeLanguage(lang)
}
