import { describe, expect, it } from 'vitest'
import { salvage } from '../../src/storage/salvage.ts'
import { openStore } from '../../src/storage/store.ts'
import { contents, ENDLESS, good, schemas, tampered } from './hostile-images.ts'
import { PATH, SQL } from './stories.ts'

describe('a file with a stranger’s tables', () => {
  it.each(schemas)('is refused: %s', (_, sql) => {
    const opened = openStore(SQL, tampered(sql), PATH)
    expect(opened).toEqual({ ok: false, problem: { code: 'workspace-damaged', path: PATH, what: 'schema' } })
  })

  it('still gives up its changes, without running anything of the stranger’s', () => {
    const kept = schemas.map(([name, sql]) => [name, salvage(SQL, tampered(sql)).changes.length])
    expect(kept).toEqual(schemas.map(([name]) => [name, 24]))
  })

  it.each([
    ['a view', `DROP TABLE change; CREATE VIEW change AS ${ENDLESS}`],
    [
      'a table computed as it is read',
      'DROP TABLE change; CREATE TABLE change (id TEXT, at, author, subject, kind, field, locale, op, value, bytes AS (zeroblob(900000000)), replaces)',
    ],
    [
      'a full-text table',
      'DROP TABLE change; CREATE VIRTUAL TABLE change USING fts4(id, at, author, subject, kind, field, locale, op, value, bytes, replaces)',
    ],
  ])('gives up nothing where the log itself is %s', (_, sql) => {
    expect(salvage(SQL, tampered(sql)).changes).toEqual([])
  })
})

describe('a file with rows that no workspace has', () => {
  it.each(contents)('is refused: %s', (_, sql) => {
    const opened = openStore(SQL, tampered(sql), PATH)
    expect(opened).toEqual({ ok: false, problem: { code: 'workspace-damaged', path: PATH, what: 'content' } })
  })
})

describe('a file whose header no workspace has', () => {
  it.each([
    ['in write-ahead mode, which needs files beside it', 18, 2],
    ['with a counter that says its length may be wrong', 27, 9],
    ['that empties itself by the page', 55, 1],
    ['in UTF-16', 59, 2],
    ['with pages that are no power of two', 17, 3],
    ['of no version', 63, 0],
  ])('is refused: %s', (_, at, byte) => {
    const image = good.slice()
    image[at] = byte
    expect(openStore(SQL, image, PATH)).toEqual({
      ok: false,
      problem: { code: 'workspace-damaged', path: PATH, what: 'header' },
    })
  })
})
