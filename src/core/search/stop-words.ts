import { stopwords as english } from '@orama/stopwords/english'
import { stopwords as french } from '@orama/stopwords/french'
import { stopwords as spanish } from '@orama/stopwords/spanish'
import { LANGS, type Lang } from '../model/lang.ts'
import { foldWord } from './fold.ts'

/**
 * Words of the Spanish list that people do search for, in Spanish ("empleo", "personas mayores") or as words of another
 * language ("mayor", "sea level").
 */
const MEANINGFUL = new Set(
  (
    'acuerdo bajo breve cinco conocer cuatro dia dias diferente diferentes ejemplo emplean emplear empleo era estado ' +
    'estados fin final general horas junto lado largo lugar mayor medio mejor nueva nuevas nuevo nuevos ocho pais parte ' +
    'partir pasada pasado peor posible primer primera primero primeros saber sea segunda segundo seis siete tarde ' +
    'temprano tercera tiempo total trabaja trabajan trabajar trabajo tres usar uso valor verdad'
  ).split(' '),
)

const STOP_WORDS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set(english.map(foldWord)),
  fr: new Set(french.map(foldWord)),
  es: new Set(spanish.map(foldWord).filter((word) => !MEANINGFUL.has(word))),
}

/** Whether a folded word carries no meaning in one language ("the", "les", "por"). */
export function isStopWord(surface: string, lang: Lang): boolean {
  return STOP_WORDS[lang].has(surface)
}

/** Whether it carries none in at least one of the three: enough to ask for it without insisting. */
export function isStopWordSomewhere(surface: string): boolean {
  return LANGS.some((lang) => isStopWord(surface, lang))
}
