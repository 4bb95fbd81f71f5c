import themeLines from '../../../resources/suggest/theme-words.json' with { type: 'json' }
import { LANGS, type Lang } from '../model/lang.ts'
import { THEMES, type Theme } from '../taxonomy/themes.ts'
import { CONCEPTS } from './concepts.ts'
import type { Named } from './expressions.ts'

/** Something that speaks for a theme, how strongly (3 can hardly mean another), and what of it counts as said once. */
export type ThemeSign = { readonly theme: string; readonly strength: number; readonly reason: string }

const WORD_STRENGTH = 2
const NAME_STRENGTH = 3

const lines = themeLines.map((line) => line.split('|'))
const signs = new Map<string, { readonly named: Named; readonly says: ThemeSign[] }>()

for (const [theme = '', concepts, ...columns] of lines) {
  for (const entry of listed(concepts)) {
    const [name = '', strength = '2'] = entry.split(':')
    const concept = CONCEPTS.find((other) => other.name === name)
    if (concept) add(`concept ${name}`, concept.words, { theme, strength: Number(strength), reason: name })
  }
  LANGS.forEach((lang, at) => {
    for (const words of listed(columns[at])) addWords(theme, lang, words, WORD_STRENGTH)
  })
}
for (const theme of [...THEMES, ...THEMES.flatMap(({ children = [] }) => children)]) {
  // One word of everyday language, such as "jeunes", names a theme less surely than an expression does.
  for (const lang of LANGS)
    for (const words of namesOf(theme, lang))
      addWords(theme.id, lang, words, words.includes(' ') ? NAME_STRENGTH : WORD_STRENGTH)
}

/** What to look for in a text. */
export const THEME_WORDS: readonly Named[] = [...signs.values()].map(({ named }) => named)

/** What was found says: the themes that a name of `THEME_WORDS` speaks for. */
export function themeSigns(name: string): readonly ThemeSign[] {
  return signs.get(name)?.says ?? []
}

function namesOf({ label, aliases }: Theme, lang: Lang): readonly string[] {
  // Without its beginning, "e-volunteering" would be any volunteering.
  return [label[lang], ...(aliases?.[lang] ?? [])].filter((words) => !words.startsWith('e-'))
}

function addWords(theme: string, lang: Lang, words: string, strength: number): void {
  const only = { en: [], fr: [], es: [], [lang]: [words] }
  add(`${lang} ${words}`, only, { theme, strength, reason: `word ${words}` })
}

function add(name: string, words: Named['words'], sign: ThemeSign): void {
  const known = signs.get(name) ?? { named: { name, words }, says: [] }
  known.says.push(sign)
  signs.set(name, known)
}

function listed(column = ''): readonly string[] {
  return column
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
