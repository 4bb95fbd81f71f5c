import { describe, expect, it } from 'vitest'
import themeLines from '../../../resources/suggest/theme-words.json' with { type: 'json' }
import { LANGS, type Lang } from '../../../src/core/model/lang.ts'
import { CONCEPTS } from '../../../src/core/suggest/concepts.ts'
import { createExpressions } from '../../../src/core/suggest/expressions.ts'
import { suggestThemes } from '../../../src/core/suggest/suggest-themes.ts'
import { findTheme, THEMES } from '../../../src/core/taxonomy/themes.ts'

const STORIES: readonly (readonly [Lang, string, string])[] = [
  ['en', 'food-sharing', 'The food bank takes in surplus food from the market every Friday.'],
  ['fr', 'early-warning', 'Le système d’alerte précoce repose sur des voisines qui lisent le pluviomètre.'],
  [
    'es',
    'volunteer-safety',
    'El agotamiento de voluntarios obligó a repartir los turnos; ahora tienen un seguro de voluntarios.',
  ],
  [
    'fr',
    'volunteering-law-and-policy',
    'Le parlement a voté la loi sur le volontariat, qui donne un statut du volontaire.',
  ],
  [
    'en',
    'online-translation-and-editing',
    'Forty volunteer translators worked online; remote translation took three days.',
  ],
  ['es', 'gender-based-violence', 'La casa de acogida recibe a mujeres que huyen de la violencia doméstica.'],
]

describe('suggested themes', () => {
  it.each(STORIES)('begin in %s with %s: %s', (lang, theme, text) => {
    const [best] = suggestThemes(text, lang)
    expect(best).toMatchObject({ theme, suggested: true })
    for (const { term, start, end } of best?.because ?? []) expect(text.slice(start, end)).toBe(term)
  })

  it('are none where nothing speaks for one', () => {
    for (const lang of LANGS) expect(suggestThemes('🙂 — 12,5 …\n', lang)).toEqual([])
  })

  it('leave a broader theme out where one under it says the same', () => {
    const themes = suggestThemes('La sage-femme suit les grossesses ; la maternité a une infirmière.', 'fr')
    expect(themes[0]?.theme).toBe('maternal-and-child-health')
    expect(themes.map(({ theme }) => theme)).not.toContain('health')
  })
})

describe('the list of words for themes', () => {
  const lines = themeLines.map((line) => line.split('|'))
  const listed = (column = '') => column.split(',').filter((entry) => entry !== '')

  it('has a line for each built-in theme', () => {
    const ids = [...THEMES, ...THEMES.flatMap(({ children = [] }) => children)].map(({ id }) => id)
    expect(lines.length).toBe(ids.length)
    expect(new Set(lines.map(([id]) => id))).toEqual(new Set(ids))
    expect(lines.filter(([id = '', ...rest]) => !findTheme(id) || rest.length !== 4)).toEqual([])
  })

  it('names concepts that there are', () => {
    const names = new Set(CONCEPTS.map(({ name }) => name))
    const named = lines.flatMap(([, concepts]) => listed(concepts).map((entry) => entry.split(':')[0] ?? ''))
    expect(named.filter((name) => !names.has(name))).toEqual([])
  })

  it('holds no words that no text could match', () => {
    const isFound = (words: string, lang: Lang) => {
      const names = new Set<string>()
      createExpressions([{ name: words, words: { en: [], fr: [], es: [], [lang]: [words] } }])(words, lang, (name) =>
        names.add(name),
      )
      return names.has(words)
    }
    const lost = lines.flatMap(([, , ...columns]) =>
      LANGS.flatMap((lang, at) => listed(columns[at]).filter((words) => !isFound(words, lang))),
    )
    expect(lost).toEqual([])
  })
})
