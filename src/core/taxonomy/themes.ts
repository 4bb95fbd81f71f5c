import themeTable from '../../../resources/taxonomies/themes.json' with { type: 'json' }
import type { Lang } from '../model/lang.ts'
import { foldName } from './fold.ts'

/** A theme of the built-in list. Its id is permanent: records carry it. */
export type Theme = {
  readonly id: string
  readonly label: Readonly<Record<Lang, string>>
  readonly aliases?: { readonly [lang in Lang]?: readonly string[] }
  readonly children?: readonly Theme[]
}

/** The built-in themes, two levels deep, in the order they are offered. */
export const THEMES: readonly Theme[] = themeTable

type Placed = { readonly theme: Theme; readonly parent?: string }

const placed = new Map(THEMES.flatMap(placesOf).map((place) => [place.theme.id, place]))

function placesOf(top: Theme): readonly Placed[] {
  return [{ theme: top }, ...(top.children ?? []).map((theme) => ({ theme, parent: top.id }))]
}

const idByName = new Map([...placed.values()].flatMap(({ theme }) => namesOf(theme).map((name) => [name, theme.id])))

function namesOf({ id, label, aliases }: Theme): readonly string[] {
  return [id, ...Object.values(label), ...Object.values(aliases ?? {}).flat()].map(foldName)
}

/** The built-in theme of an id. */
export function findTheme(id: string): Theme | undefined {
  return placed.get(id)?.theme
}

/** The id of the theme that a person means by an id, a label or another usual name, in any of the three languages. */
export function matchTheme(text: string): string | undefined {
  return idByName.get(foldName(text))
}

/** The id of the broader theme, or undefined for a top theme and for one that is not built in. */
export function parentOf(id: string): string | undefined {
  return placed.get(id)?.parent
}

/** A built-in theme's name; undefined for a theme of the workspace, which carries its own. */
export function themeLabel(id: string, lang: Lang): string | undefined {
  return placed.get(id)?.theme.label[lang]
}
