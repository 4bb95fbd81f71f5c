import type { Preferences } from './shapes.ts'

/** The preferences of somebody who has not chosen any yet. */
export function firstPreferences(lang: Preferences['lang']): Preferences {
  return {
    lang,
    theme: 'system',
    contrast: 'normal',
    author: '',
    nameAsked: false,
    facetsOpen: true,
    facetsWidth: 240,
    readingWidth: 420,
    sort: 'modified',
    descending: true,
    place: '',
    library: '',
    remembered: '',
  }
}
