import { eld } from 'eld/extrasmall'
import { isLang, type Lang } from '../core/model/lang.ts'

eld.setLanguageSubset(['en', 'fr', 'es'])

/** The most likely of the three languages of a text; `fallback` where the text is too short or says nothing. */
export function detectLang(text: string, fallback: Lang): Lang {
  const found = eld.detect(text.slice(0, 2_000)).language
  return isLang(found) ? found : fallback
}
