import { LANGS, type Lang } from '../model/lang.ts'
import type { RichDocument } from '../rich-text/document.ts'
import { isEmpty } from '../rich-text/plain-text.ts'
import type { Versions } from './content.ts'

/** A version and the language it is in. */
export type Picked<T> = { readonly value: T; readonly lang: Lang }

/** The version asked for, else the one in its own language, else any; undefined where all are missing or empty. */
function pickVersion<T>(
  versions: Versions<T>,
  asked: Lang,
  own: Lang,
  isEmpty: (value: T) => boolean,
): Picked<T> | undefined {
  for (const lang of [asked, own, ...LANGS]) {
    const value = versions[lang]
    if (value !== undefined && !isEmpty(value)) return { value, lang }
  }
  return undefined
}

/** `pickVersion` for plain text: white space alone counts as empty. */
export function pickText(versions: Versions<string>, asked: Lang, own: Lang): Picked<string> | undefined {
  return pickVersion(versions, asked, own, (text) => text.trim() === '')
}

/** `pickVersion` for rich text: a document of empty blocks counts as empty. */
export function pickDocument(
  versions: Versions<RichDocument>,
  asked: Lang,
  own: Lang,
): Picked<RichDocument> | undefined {
  return pickVersion(versions, asked, own, isEmpty)
}
