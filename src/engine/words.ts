import i18next, { type i18n } from 'i18next'
import enBriefs from '../../locales/en/briefs.json' with { type: 'json' }
import enCli from '../../locales/en/cli.json' with { type: 'json' }
import enKinds from '../../locales/en/kinds.json' with { type: 'json' }
import enProblems from '../../locales/en/problems.json' with { type: 'json' }
import esBriefs from '../../locales/es/briefs.json' with { type: 'json' }
import esCli from '../../locales/es/cli.json' with { type: 'json' }
import esKinds from '../../locales/es/kinds.json' with { type: 'json' }
import esProblems from '../../locales/es/problems.json' with { type: 'json' }
import frBriefs from '../../locales/fr/briefs.json' with { type: 'json' }
import frCli from '../../locales/fr/cli.json' with { type: 'json' }
import frKinds from '../../locales/fr/kinds.json' with { type: 'json' }
import frProblems from '../../locales/fr/problems.json' with { type: 'json' }
import type { Lang } from '../core/model/lang.ts'

const resources = {
  en: { briefs: enBriefs, cli: enCli, kinds: enKinds, problems: enProblems },
  fr: { briefs: frBriefs, cli: frCli, kinds: frKinds, problems: frProblems },
  es: { briefs: esBriefs, cli: esCli, kinds: esKinds, problems: esProblems },
}

const byLang = new Map<Lang, i18n>()

/** The sentences that the engine and the command line need, by `namespace:key`, in one language. */
export function wordsIn(lang: Lang): (key: string, values?: Readonly<Record<string, unknown>>) => string {
  let words = byLang.get(lang)
  if (!words) {
    words = i18next.createInstance()
    void words.init({
      lng: lang,
      fallbackLng: false,
      resources,
      defaultNS: 'cli',
      initAsync: false,
      interpolation: { escapeValue: false },
    })
    byLang.set(lang, words)
  }
  const { t } = words
  return (key, values) => t(key, values ?? {})
}
