import { LANGS, type Lang } from '../../../core/model/lang.ts'
import type { ThemeView } from '../../../ipc/shapes.ts'
import { collator, folded } from '../../i18n/format.ts'
import { matchesWords } from './matches.ts'
import type { PickerRow } from './picker-row.ts'

/** What a theme is called in a language, else in any; its id where it has no name at all. */
export function themeName(theme: ThemeView, lang: Lang): string {
  return theme.labels[lang] ?? LANGS.map((other) => theme.labels[other]).find((label) => label) ?? theme.id
}

/** The themes to offer, each top theme with those under it; found by their names in any of the three languages. */
export function themeRows(themes: readonly ThemeView[], typed: string, lang: Lang): readonly PickerRow[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const under = Map.groupBy(themes, (theme) => (theme.parent !== null && byId.has(theme.parent) ? theme.parent : ''))
  const order = collator(lang)
  const inOrder = (list: readonly ThemeView[]) =>
    [...list].sort((a, b) => order.compare(themeName(a, lang), themeName(b, lang)))
  const isFound = (theme: ThemeView) => matchesWords(typed, namesOf(theme))
  return inOrder(under.get('') ?? []).flatMap((top) => {
    const children = inOrder(under.get(top.id) ?? []).filter((child) => isFound(child) || isFound(top))
    const rows = children.map((child): PickerRow => ({ id: child.id, label: themeName(child, lang), level: 2 }))
    return rows.length > 0 || isFound(top)
      ? [{ id: top.id, label: themeName(top, lang), level: 1, isContext: !isFound(top) } as const, ...rows]
      : []
  })
}

/** Whether a theme of that very name exists already, in whatever language, accents and case aside. */
export function themeExists(themes: readonly ThemeView[], name: string): boolean {
  const wanted = folded(name.trim())
  return themes.some((theme) => namesOf(theme).some((other) => folded(other) === wanted))
}

function namesOf(theme: ThemeView): readonly string[] {
  return Object.values(theme.labels)
}
