import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as Y from 'yjs'
import type { Change } from '../../src/core/history/change.ts'
import { toStamp } from '../../src/core/history/stamp.ts'
import type { Card } from '../../src/core/model/card.ts'
import type { Projection, Store, WorkspaceHeader } from '../../src/core/store.ts'
import { loadSqlJs } from '../../src/storage/sql-js.ts'
import { createStore } from '../../src/storage/store.ts'

/** SQLite, once for all storage tests of a file. */
export const SQL = await loadSqlJs(readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')))

/** Where the tests pretend a workspace lies. */
export const PATH = 'Équipe Sahel.temoin'

/** The workspace of all these stories. */
export const HEADER: WorkspaceHeader = { id: 'sahe1w0rkspace01', createdAt: 1_700_000_000_000 }

const STORIES = [
  {
    lang: 'fr',
    title: 'Les comités d’eau tenus par les femmes',
    text: 'À Kaya, les volontaires ont formé douze comités ; huit tiennent encore leurs comptes.',
  },
  {
    lang: 'es',
    title: 'Brigadas juveniles tras el huracán',
    text: 'En Petén, la brigada contó 43 casas dañadas antes de que llegara la ayuda oficial.',
  },
  {
    lang: 'en',
    title: 'Online volunteers and the seed bank',
    text: 'Translators in nine time zones carried the manual into Wolof within three days.',
  },
] as const

/** The nth stamp of one author's run. */
export function stampOf(count: number, actor = 'awandiaye2024abc'): string {
  return toStamp({ millis: 1_710_000_000_000 + Math.floor(count / 4), count: count % 4, actor })
}

/** The changes that write up the nth record, with a rich text as Yjs makes it. */
export function storyChanges(index: number, actor = 'awandiaye2024abc'): readonly Change[] {
  const story = STORIES[index % STORIES.length] ?? STORIES[0]
  const document = new Y.Doc()
  document.clientID = index + 1
  document.getText('root').insert(0, `${story.text} (${index})`)
  const steps: readonly Pick<Change, 'field' | 'locale' | 'op' | 'value'>[] = [
    { field: 'title', locale: story.lang, op: 'set', value: story.title },
    { field: 'title', locale: story.lang, op: 'set', value: `${story.title} ${index}` },
    { field: 'sdgs', locale: '', op: 'add', value: { code: '6.1', strength: 'principal' } },
    { field: 'body', locale: story.lang, op: 'edit', value: Y.encodeStateAsUpdateV2(document) },
  ]
  return steps.map((step, place) => ({
    id: stampOf(index * steps.length + place, actor),
    at: 1_710_000_000_000 + index,
    author: 'Awa N’Diaye',
    subject: subjectOf(index),
    kind: 'case-study',
    ...step,
    replaces: place === 1 ? [stampOf(index * steps.length, actor)] : [],
  }))
}

/** The id of the nth record. */
export function subjectOf(index: number): string {
  return `rec${String((index * 7919) % 1_000_003).padStart(13, '0')}`
}

/** What lists and search see of the nth record. */
export function storyProjection(index: number): Projection {
  const story = STORIES[index % STORIES.length] ?? STORIES[0]
  const subject = subjectOf(index)
  const card: Card = {
    id: subject,
    kind: 'case-study',
    externalId: null,
    lang: story.lang,
    languages: [story.lang],
    titles: { [story.lang]: `${story.title} ${index}` },
    summaries: {},
    sdgs: [{ code: '6.1', strength: 'principal' }],
    themes: ['governance'],
    countries: ['BFA'],
    places: ['Kaya'],
    from: '2011',
    to: null,
    state: 'draft',
    illustrative: false,
    contested: 0,
    deleted: false,
    createdAt: 1_710_000_000_000 + index,
    modifiedAt: 1_710_000_000_000 + index,
    author: 'Awa N’Diaye',
  }
  return {
    subject,
    card,
    texts: [
      { subject, field: 'body', locale: story.lang, text: `${story.text} (${index})` },
      { subject, field: 'title', locale: story.lang, text: `${story.title} ${index}` },
    ],
  }
}

/** A store with the first records of the story. */
export function storyStore(count: number): Store {
  const store = createStore(SQL, HEADER)
  const places = Array.from({ length: count }, (_, index) => index)
  store.append(
    places.flatMap((index) => storyChanges(index)),
    places.map(storyProjection),
  )
  return store
}
