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
import { createOwnExpand } from './own-expand.ts'
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
  /** Share of the records that can be found, from 0 to 1. */
  readonly indexed: () => number
  /** Whether all of them can, and what was taken from a kept index was compared with their texts. */
  readonly isSettled: () => boolean
  /** The index as it can be kept, if it is another than was last kept or loaded; derived data, never in the file. */
  readonly toKeep: () => Uint8Array | null
  readonly load: (pieces: Iterable<Uint8Array>) => void
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
  /** Counted all at once for a kept index, and one by one afterwards. */
  let changeCounts = new Map<string, number>()
  const markOf = (card: Card): string => {
    const changes = changeCounts.get(card.id) ?? store.changeCounts(card.id).get(card.id)
    return JSON.stringify([card.modifiedAt, changes, card.themes.map((theme) => ownThemes.get(theme)?.labels)])
  }
  const words = createOwnExpand(workspace)
  const library = createLibrary({ ...names, now, textsOf, meant, markOf, expand: words.expand })
  let lastKept: ArrayBuffer | null = null
  const put = (card: Card) => (isRecordKind(card.kind) ? library.put(card) : undefined)
  for (const card of store.cards()) put(card)
  let isWhole = library.size() === 0
  let isChecked = true
  return {
    page: library.search,
    refresh(subjects) {
      const others = subjects.filter((subject) => {
        changeCounts.delete(subject)
        const card = store.card(subject)
        if (card) put(card)
        else library.remove(subject)
        return !card
      })
      words.refresh(others)
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
      if (isWhole) isChecked = library.check(millis)
    },
    buildWhole() {
      isWhole = library.step(Number.POSITIVE_INFINITY)
    },
    size: library.size,
    indexed: () => (isWhole ? 1 : Math.min(0.99, library.indexed())),
    isSettled: () => isWhole && isChecked,
    toKeep() {
      const buffer = library.kept()
      if (buffer === null || buffer === lastKept) return null
      lastKept = buffer
      return new Uint8Array(buffer)
    },
    load(pieces) {
      changeCounts = new Map(store.changeCounts())
      isWhole = false
      isChecked = false
      library.load(pieces)
    },
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
