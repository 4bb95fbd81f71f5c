import type { Card, FieldText } from '../core/model/card.ts'
import { isRecordKind } from '../core/model/kinds.ts'
import { createLibrary } from '../core/search/library.ts'
import type { LibraryPage, LibraryQuery } from '../core/search/query.ts'
import { type TagNames, tagTexts } from '../core/search/tag-texts.ts'
import { countryName } from '../core/taxonomy/countries.ts'
import { foldName } from '../core/taxonomy/fold.ts'
import { goalOf, sdgLabel } from '../core/taxonomy/sdgs.ts'
import { parentOf, themeLabel } from '../core/taxonomy/themes.ts'
import type { ThemeView } from '../ipc/shapes.ts'
import { createMeant } from './meant-values.ts'
import { listThemes } from './themes.ts'
import type { Workspace } from './workspace.ts'

/** Search over the records of a workspace. */
export type WorkspaceSearch = {
  readonly page: (query: LibraryQuery) => LibraryPage
  /** Takes note of subjects that changed. */
  readonly refresh: (subjects: readonly string[]) => void
  /** Indexes for about `millis`; the index is usable all the while. */
  readonly buildSlice: (millis: number) => void
  readonly buildWhole: () => void
  /** How many records there are. */
  readonly size: () => number
  /** How many records were indexed from their texts, and not taken from the kept index. */
  readonly indexedAnew: () => number
  readonly indexed: () => number
  /** The index as lines to keep, and back: derived data, which never goes into the workspace file. */
  readonly save: () => Iterable<string>
  readonly load: (lines: Iterable<string>) => void
}

/** Lists all records at once; their words are indexed by `buildSlice` and `buildWhole`. */
export function createSearch(workspace: Workspace, now: () => number): WorkspaceSearch {
  const { store } = workspace
  let ownThemes = themesById(workspace)
  const names: TagNames = {
    goalOf,
    sdgLabel,
    parentOf: (theme) => parentOf(theme) ?? ownThemes.get(theme)?.parent ?? undefined,
    themeLabel: (theme, lang) => themeLabel(theme, lang) ?? labelOf(ownThemes.get(theme)),
    countryName,
  }
  const textsOf = (card: Card): readonly FieldText[] => [...store.texts(card.id), ...tagTexts(card, names)]
  const meant = createMeant((name) => ownThemeNamed(ownThemes, name))
  const library = createLibrary({ ...names, now, textsOf, meant })
  const put = (card: Card) => (isRecordKind(card.kind) ? library.put(card) : undefined)
  for (const card of store.cards()) put(card)
  let isWhole = library.size() === 0
  return {
    page: library.search,
    refresh(subjects) {
      const others = subjects.filter((subject) => {
        const card = store.card(subject)
        if (card) put(card)
        else library.remove(subject)
        return !card
      })
      const themes = others.filter((id) => ownThemes.has(id) || workspace.subject(id)?.kind === 'theme')
      if (themes.length > 0) {
        ownThemes = themesById(workspace)
        // Records are found by the names of their themes, and counted under the broader ones.
        for (const card of store.cards()) if (card.themes.some((theme) => themes.includes(theme))) put(card)
      }
      isWhole = false
    },
    buildSlice(millis) {
      isWhole = library.step(millis)
    },
    buildWhole() {
      isWhole = library.step(Number.POSITIVE_INFINITY)
    },
    size: library.size,
    indexedAnew: library.indexedAnew,
    indexed: () => (isWhole ? 1 : Math.min(0.99, library.indexed())),
    save: library.save,
    load: library.load,
  }
}

function themesById(workspace: Workspace): ReadonlyMap<string, ThemeView> {
  return new Map(listThemes(workspace.store).flatMap((theme) => (theme.own ? [[theme.id, theme] as const] : [])))
}

function ownThemeNamed(themes: ReadonlyMap<string, ThemeView>, name: string): string | undefined {
  const meant = foldName(name)
  const isMeant = ({ labels }: ThemeView): boolean => Object.values(labels).some((label) => foldName(label) === meant)
  return meant === '' ? undefined : [...themes.values()].find(isMeant)?.id
}

function labelOf(theme: ThemeView | undefined): string | undefined {
  return theme ? Object.values(theme.labels)[0] : undefined
}
