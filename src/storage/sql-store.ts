import type { Change } from '../core/history/change.ts'
import { ATTACHED } from '../core/model/attachment.ts'
import type { Card, FieldText } from '../core/model/card.ts'
import { canonicalJson } from '../core/model/json.ts'
import {
  type AddedAttachment,
  type ImageOptions,
  type Projection,
  PROJECTION_VERSION,
  type Store,
  type WorkspaceHeader,
} from '../core/store.ts'
import { toCanonicalImage } from './canonical.ts'
import { toCard } from './card-row.ts'
import { CHANGE_COLUMNS, toChange, toRow } from './change-row.ts'
import type { Connection, Row } from './connection.ts'
import { forgetPast } from './image.ts'
import type { SqlJs } from './sql-js.ts'
import { authorTallies, changeCounts, changesAfter } from './tallies.ts'
import { KEYS, readKey, writeLight, writeProjectionVersionInTransaction } from './workspace-header.ts'

const INSERT_CHANGE = `INSERT INTO change (${CHANGE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO NOTHING`
const PUT_CARD = `INSERT INTO card (subject, kind, json) VALUES (?, ?, ?)
  ON CONFLICT (subject) DO UPDATE SET kind = excluded.kind, json = excluded.json`
/** Leaves equal text alone, so that a save after one edit touches few pages of the file. */
const PUT_TEXT = `INSERT INTO text (subject, field, locale, text) VALUES (?, ?, ?, ?)
  ON CONFLICT (subject, field, locale) DO UPDATE SET text = excluded.text WHERE text <> excluded.text`

const PUT_ATTACHMENT = `INSERT INTO attachment (sha256, size, type) VALUES (?, ?, ?)
  ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, type = excluded.type`
const ATTACHMENTS = `SELECT sha256, size, type,
    ifnull((SELECT min(id) FROM change WHERE subject = sha256 AND field = '${ATTACHED}'), '') AS added
  FROM attachment ORDER BY added, sha256`

const MISSING = `SELECT asked.value FROM json_each(?) AS asked
  WHERE NOT EXISTS (SELECT 1 FROM change WHERE change.id = asked.value)`

const NAMED = `SELECT ${CHANGE_COLUMNS} FROM change WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`

/** Yjs keeps what was typed, and the ids that are cited, as they are. */
const MENTIONING = `SELECT DISTINCT subject FROM change
  WHERE instr(value, ?1) > 0 OR instr(bytes, CAST(?1 AS BLOB)) > 0 ORDER BY subject`

/** Rows are fetched in batches, so that no query stays open while the caller does something else with the store. */
const BATCH = 500

/** Answers the Store port from a database that has our tables. */
export function sqlStore(SQL: SqlJs, connection: Connection, header: WorkspaceHeader): Store {
  return {
    header,
    append: (changes, projections) =>
      connection.transaction(() => {
        let added = 0
        for (const change of changes) added += connection.run(INSERT_CHANGE, toRow(change))
        for (const projection of projections) projectInTransaction(connection, projection)
        return added
      }),
    missing: (ids) => connection.rows(MISSING, [JSON.stringify(ids)]).map(([id]) => String(id)),
    changesNamed: (ids) => connection.rows(NAMED, [JSON.stringify(ids)]).map(knownChange),
    mentioning: (text) => connection.rows(MENTIONING, [text]).map(([subject]) => String(subject)),
    changesOf: (subject) =>
      connection.rows(`SELECT ${CHANGE_COLUMNS} FROM change WHERE subject = ? ORDER BY id`, [subject]).map(knownChange),
    changes: () => allChanges(connection),
    changeIds: () => connection.rows('SELECT id FROM change ORDER BY id').map(([id]) => String(id)),
    changeCount: () => Number(connection.rows('SELECT count(*) FROM change')[0]?.[0]),
    changeCounts: (subject) => changeCounts(connection, subject),
    subjects: () => subjectsOf(connection),
    authorTallies: () => authorTallies(connection),
    changesAfter: (stamp) => changesAfter(connection, stamp),
    card: (subject) => cardsWhere(connection, 'subject = ?', subject)[0],
    cards: (kind) => (kind === undefined ? cardsWhere(connection, '?', 1) : cardsWhere(connection, 'kind = ?', kind)),
    texts: (subject) => (subject === undefined ? allTexts(connection) : textsOf(connection, subject)),
    clearProjections: () =>
      connection.transaction(() => {
        connection.execute('DELETE FROM card; DELETE FROM text')
        writeProjectionVersionInTransaction(connection)
      }),
    projectionsAreCurrent: () =>
      readKey(connection, KEYS.projections) === String(PROJECTION_VERSION) &&
      connection.rows('SELECT json FROM card').every(([json]) => toCard(String(json)) !== undefined),
    attachments: () => connection.rows(ATTACHMENTS).map(toAttachment),
    payload: () => payloadOf(connection),
    imageLength: () => {
      const of = (pragma: string): number => Number(connection.rows(`PRAGMA main.${pragma}`)[0]?.[0])
      return of('page_count') * of('page_size')
    },
    lightUpTo: () => readKey(connection, KEYS.light) ?? '',
    toImage: (options = {}) =>
      options.light === true ? lightImage(SQL, connection, options) : imageOf(SQL, connection, options),
    *toImageInSteps(beforeLast) {
      return forgetPast(yield* connection.exportInSteps(beforeLast))
    },
    close: () => connection.close(),
  }
}

function imageOf(SQL: SqlJs, connection: Connection, { canonical }: ImageOptions): Uint8Array {
  return canonical === true ? toCanonicalImage(SQL, connection) : forgetPast(connection.export())
}

/** The mark is only in the image: the store itself stays what it is. */
function lightImage(SQL: SqlJs, connection: Connection, options: ImageOptions): Uint8Array {
  const before = readKey(connection, KEYS.light) ?? ''
  writeLight(connection, String(connection.rows("SELECT ifnull(max(id), '') FROM change")[0]?.[0]))
  try {
    return imageOf(SQL, connection, options)
  } finally {
    writeLight(connection, before)
  }
}

function payloadOf(connection: Connection): { readonly log: number; readonly projections: number } {
  const sum = (query: string): number => Number(connection.rows(query)[0]?.[0] ?? 0)
  return {
    // Ids, stamps, names and the list of what a change replaces take about as much again as 160 characters.
    log: sum('SELECT sum(160 + ifnull(length(CAST(value AS BLOB)), 0) + ifnull(length(bytes), 0)) FROM change'),
    projections:
      sum('SELECT sum(length(CAST(json AS BLOB))) FROM card') + sum('SELECT sum(length(CAST(text AS BLOB))) FROM text'),
  }
}

function toAttachment([sha256, size, type, added]: Row): AddedAttachment {
  return { sha256: String(sha256), size: Number(size), type: String(type), added: String(added) }
}

function cardsWhere(connection: Connection, condition: string, value: string | number): readonly Card[] {
  const rows = connection.rows(`SELECT json FROM card WHERE ${condition} ORDER BY subject`, [value])
  return rows.flatMap(([json]) => toCard(String(json)) ?? [])
}

function projectInTransaction(connection: Connection, { subject, card, texts, attachment }: Projection): void {
  if (attachment) connection.run(PUT_ATTACHMENT, [attachment.sha256, attachment.size, attachment.type])
  if (card === null) connection.run('DELETE FROM card WHERE subject = ?', [subject])
  else connection.run(PUT_CARD, [subject, card.kind, canonicalJson(card)])
  const kept = new Set(texts.map(({ field, locale }) => `${field}\n${locale}`))
  for (const row of connection.rows('SELECT field, locale FROM text WHERE subject = ?', [subject])) {
    const [field, locale] = [String(row[0]), String(row[1])]
    if (kept.has(`${field}\n${locale}`)) continue
    connection.run('DELETE FROM text WHERE subject = ? AND field = ? AND locale = ?', [subject, field, locale])
  }
  for (const { field, locale, text } of texts) {
    connection.run(PUT_TEXT, [subject, field, locale, text.toWellFormed()])
  }
}

function knownChange(row: Row): Change {
  const change = toChange(row)
  if (!change) throw new Error(`the change ${String(row[0])} cannot be read from the store`)
  return change
}

function* allChanges(connection: Connection): Generator<Change> {
  const query = `SELECT ${CHANGE_COLUMNS} FROM change WHERE id > ? ORDER BY id LIMIT ${BATCH}`
  let last = ''
  for (;;) {
    const batch = connection.rows(query, [last]).map(knownChange)
    yield* batch
    if (batch.length < BATCH) return
    last = batch.at(-1)?.id ?? ''
  }
}

/** One line per subject; where its changes disagree about the kind, the latest one says. */
function subjectsOf(connection: Connection): readonly { readonly subject: string; readonly kind: string }[] {
  const kinds = new Map<string, string>()
  const unsure = new Set<string>()
  for (const [subject, kind] of connection.rows('SELECT DISTINCT subject, kind FROM change')) {
    if (kinds.has(String(subject))) unsure.add(String(subject))
    kinds.set(String(subject), String(kind))
  }
  for (const subject of unsure) {
    const latest = connection.rows('SELECT kind FROM change WHERE subject = ? ORDER BY id DESC LIMIT 1', [subject])
    kinds.set(subject, String(latest[0]?.[0]))
  }
  return [...kinds].map(([subject, kind]) => ({ subject, kind }))
}

function toText([subject, field, locale, text]: Row): FieldText {
  return { subject: String(subject), field: String(field), locale: String(locale), text: String(text) }
}

function textsOf(connection: Connection, subject: string): readonly FieldText[] {
  const query = 'SELECT subject, field, locale, text FROM text WHERE subject = ? ORDER BY field, locale'
  return connection.rows(query, [subject]).map(toText)
}

function* allTexts(connection: Connection): Generator<FieldText> {
  const query = `SELECT subject, field, locale, text FROM text WHERE (subject, field, locale) > (?, ?, ?)
    ORDER BY subject, field, locale LIMIT ${BATCH}`
  let last: Row = ['', '', '']
  for (;;) {
    const batch = connection.rows(query, last).map(toText)
    yield* batch
    const end = batch.at(-1)
    if (batch.length < BATCH || !end) return
    last = [end.subject, end.field, end.locale]
  }
}
