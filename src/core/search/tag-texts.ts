import type { Card, FieldText } from '../model/card.ts'
import { LANGS, type Lang } from '../model/lang.ts'

/** How goals, themes and countries are called; undefined where a language has no name for one. */
export type TagNames = {
  readonly goalOf: (code: string) => number | undefined
  readonly sdgLabel: (code: string, lang: Lang) => string | undefined
  readonly parentOf: (theme: string) => string | undefined
  readonly themeLabel: (theme: string, lang: Lang) => string | undefined
  readonly countryName: (code: string, lang: Lang) => string | undefined
}

const GOAL_NAME: Readonly<Record<Lang, string>> = { en: 'SDG', fr: 'ODD', es: 'ODS' }

/**
 * The names of what a card is tagged with, in all three languages: whatever language a record is in, and whatever
 * language it is looked for in, its goals, themes and countries find it. A target brings its goal, a theme its broader
 * theme.
 */
export function tagTexts(card: Card, names: TagNames): readonly FieldText[] {
  return LANGS.flatMap((lang) => [
    tagText(card, lang, 'sdgs', sdgNames(card, lang, names)),
    tagText(card, lang, 'themes', themeNames(card, lang, names)),
    tagText(
      card,
      lang,
      'countries',
      card.countries.flatMap((code) => names.countryName(code, lang) ?? []),
    ),
  ]).filter(({ text }) => text !== '')
}

function tagText(card: Card, locale: Lang, field: string, labels: readonly string[]): FieldText {
  return { subject: card.id, field, locale, text: [...new Set(labels)].join(' · ') }
}

function sdgNames(card: Card, lang: Lang, { goalOf, sdgLabel }: TagNames): readonly string[] {
  const codes = card.sdgs.flatMap(({ code }) => {
    const goal = goalOf(code)
    return goal === undefined || String(goal) === code ? [code] : [code, String(goal)]
  })
  return codes.map((code) => `${GOAL_NAME[lang]} ${code} ${sdgLabel(code, lang) ?? ''}`.trim())
}

function themeNames(card: Card, lang: Lang, { parentOf, themeLabel }: TagNames): readonly string[] {
  return card.themes.flatMap((theme) => {
    const parent = parentOf(theme)
    return [theme, ...(parent === undefined ? [] : [parent])].flatMap((id) => themeLabel(id, lang) ?? [])
  })
}
