import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import type { Lang } from '../model/lang.ts'
import { foldWord } from './fold.ts'

const STEMMERS: Readonly<Record<Lang, (word: string) => string>> = { en: english, fr: french, es: spanish }

const STEMMABLE = /^\p{Script=Latin}{3,40}$/u

/** Accents that stemming depends on and that people leave out when they type or write in capitals. */
const RESTORED: Readonly<Record<Lang, readonly (readonly [RegExp, string])[]>> = {
  en: [],
  fr: [
    [/ee(s?)$/, 'ée$1'],
    [/ite(s?)$/, 'ité$1'],
  ],
  es: [[/([cs])ion$/, '$1ión']],
}

/** The stem that inflections of a word share in one language, folded. Words of other scripts stand for themselves. */
export function stemWord(word: string, lang: Lang): string {
  const lower = word.toLowerCase().normalize('NFC')
  return STEMMABLE.test(lower) ? foldWord(STEMMERS[lang](lower)) : foldWord(lower)
}

/** The stem of a folded word, as well as it can be told without the accents. */
export function stemFolded(surface: string, lang: Lang): string {
  return stemWord(
    RESTORED[lang].reduce((word, [pattern, accented]) => word.replace(pattern, accented), surface),
    lang,
  )
}
