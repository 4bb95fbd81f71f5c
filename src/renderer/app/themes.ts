import { useEffect } from 'react'
import { create } from 'zustand'
import type { Lang } from '../../core/model/lang.ts'
import type { ThemeView } from '../../ipc/shapes.ts'
import { call, listen } from './client.ts'

type Themes = { readonly themes: readonly ThemeView[] }

const useThemeList = create<Themes>()(() => ({ themes: [] }))

async function load(): Promise<void> {
  const outcome = await call('themes.list', {})
  if (outcome.ok) useThemeList.setState({ themes: outcome.value })
}

/** The themes of the open workspace, built in and its own; kept up to date while somebody looks. */
export function useThemes(): readonly ThemeView[] {
  useEffect(() => {
    void load()
    return listen('subjects.changed', ({ ids }) => {
      const { themes } = useThemeList.getState()
      // A theme that is new has an id nobody here knows yet; a record does too, and asking again costs nothing.
      if (ids.some((id) => themes.some((theme) => theme.id === id) || ids.length === 1)) void load()
    })
  }, [])
  return useThemeList((state) => state.themes)
}

/** A theme's name in a language, or in whichever it has. */
export function themeName(theme: ThemeView, lang: Lang): string {
  return theme.labels[lang] ?? Object.values(theme.labels)[0] ?? theme.id
}
