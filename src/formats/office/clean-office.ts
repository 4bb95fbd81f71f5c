import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { type Given, GIVES_NOTHING } from '../../core/model/given.ts'
import { stripPicture } from '../picture/strip-picture.ts'
import { type Entries, unzipCarefully } from '../zip/unzip-carefully.ts'
import { EMPTY_PARTS, PERSONAL } from './personal-parts.ts'

/** A document without its authors, and what it gave away before. */
export type CleanedOffice = { readonly bytes: Uint8Array; readonly given: Given }

/** The first moment a ZIP archive can name; `Date` parts are local, as the archive's are. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Takes the names of authors, companies, commenters and printers, and the folders of somebody's computer, out of a Word,
 * Excel or OpenDocument file, and the metadata out of the pictures in it. Text, tables and layout stay.
 */
export function cleanOffice(bytes: Uint8Array): CleanedOffice | 'broken' | 'bomb' {
  const entries = unzipCarefully(bytes)
  if (typeof entries === 'string') return entries
  const people = new Set<string>()
  const notes = new Set<string>()
  const day = dayOf(entries)
  const cleaned: Zippable = {}
  for (const [name, content] of entries) {
    if (isThumbnail(name) || name.endsWith('/')) continue
    const isFirst = name === 'mimetype'
    cleaned[name] = [cleanEntry(name, content, { people, notes }), { level: isFirst ? 0 : 6 }]
  }
  const given: Given = { ...GIVES_NOTHING, day, people: [...people], notes: [...notes] }
  return { bytes: zipSync(cleaned, { mtime: NO_TIME }), given }
}

type Found = { readonly people: Set<string>; readonly notes: Set<string> }

function cleanEntry(name: string, content: Uint8Array, found: Found): Uint8Array {
  if (!/\.(xml|rels)$/i.test(name)) return stripPicture(content)
  let text = strFromU8(content)
  const rules = PERSONAL.filter(({ where }) => where.test(name))
  if (rules.length === 0) return content
  for (const { what, kind } of rules) {
    text = text.replaceAll(what, (_, before: string, value: string, after: string) => {
      const said = plain(value)
      if (said !== '' && kind !== 'id') (kind === 'person' ? found.people : found.notes).add(said)
      return before + after
    })
  }
  return strToU8(EMPTY_PARTS.get(name) ?? text)
}

function isThumbnail(name: string): boolean {
  return /^docProps\/thumbnail\./i.test(name)
}

/** The day it was begun, as the document tells it. */
function dayOf(entries: Entries): string | null {
  for (const name of ['docProps/core.xml', 'meta.xml']) {
    const content = entries.get(name)
    const found = content && /<(?:dcterms:created|meta:creation-date)[^>]*>(\d{4}-\d{2}-\d{2})/.exec(strFromU8(content))
    if (found?.[1] !== undefined) return found[1]
  }
  return null
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(value: string): string {
  return value.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '').trim()
}
