import { createInstance } from 'i18next'
import type { BriefWords } from '../../../src/core/briefs/content.ts'
import type { Lang } from '../../../src/core/model/lang.ts'
import en from '../../../locales/en/briefs.json' with { type: 'json' }
import es from '../../../locales/es/briefs.json' with { type: 'json' }
import fr from '../../../locales/fr/briefs.json' with { type: 'json' }

/** The real words of a language. A key that is missing throws, so no test passes on a bare key. */
export function briefWords(lang: Lang): BriefWords {
  const words = createInstance()
  void words.init({
    lng: lang,
    fallbackLng: false,
    defaultNS: 'briefs',
    initAsync: false,
    resources: { en: { briefs: en }, fr: { briefs: fr }, es: { briefs: es } },
    interpolation: { escapeValue: false },
  })
  return (key, values = {}) => {
    if (!words.exists(key, values)) throw new Error(`no words for ${key} in ${lang}`)
    return words.t(key, values)
  }
}
