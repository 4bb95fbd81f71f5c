import { CHANGE_COLUMNS } from './change-row.ts'
import { type Connection, openConnection } from './connection.ts'
import { forgetPast } from './image.ts'
import { migrate } from './schema/schema.ts'
import type { SqlJs } from './sql-js.ts'

/** Every table, its columns, and the order in which its rows are laid down. */
const TABLES = [
  { name: 'workspace', columns: 'key, value', order: 'key' },
  { name: 'change', columns: CHANGE_COLUMNS, order: 'id' },
  { name: 'attachment', columns: 'sha256, size, type', order: 'sha256' },
  { name: 'card', columns: 'subject, kind, json', order: 'subject' },
  { name: 'text', columns: 'subject, field, locale, text', order: 'subject, field, locale' },
]

/**
 * Copies a database row by row, in a fixed order, into a new one built from our own tables.
 *
 * `VACUUM` would not do: it keeps the order in which rows arrived, and the place of the tables in an old file, so two
 * people who merged the same copies the other way round would get two different files.
 */
export function toCanonicalImage(SQL: SqlJs, from: Connection): Uint8Array {
  const fresh = openConnection(SQL)
  try {
    migrate(fresh, 0)
    fresh.run('ATTACH ? AS live', [from.fileName()])
    fresh.transaction(() => {
      for (const { name, columns, order } of TABLES) {
        fresh.execute(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM live.${name} ORDER BY ${order}`)
      }
    })
    fresh.execute('DETACH live')
    return forgetPast(fresh.export())
  } finally {
    fresh.close()
  }
}
