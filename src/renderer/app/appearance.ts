import type { Preferences } from '../../ipc/shapes.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
let shown: Pick<Preferences, 'theme' | 'contrast'> = { theme: 'system', contrast: 'normal' }

/** Shows the interface light or dark, and with more contrast where that is asked for, here or by the system. */
export function showAppearance(preferences: Pick<Preferences, 'theme' | 'contrast'>): void {
  shown = preferences
  const { dataset } = document.documentElement
  const system = dark.matches ? 'dark' : 'light'
  dataset['theme'] = preferences.theme === 'system' ? system : preferences.theme
  const more = window.matchMedia('(prefers-contrast: more)').matches
  dataset['contrast'] = preferences.contrast === 'high' || more ? 'high' : 'normal'
}

dark.addEventListener('change', () => showAppearance(shown))
