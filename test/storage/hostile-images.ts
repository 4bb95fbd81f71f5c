import { SQL, storyStore } from './stories.ts'

/** An image with nothing wrong. */
export const good = storyStore(6).toImage()
/** A query that never ends. */
export const ENDLESS =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS subject, i AS kind, i AS json FROM n'

/** A stranger's image: ours, after these statements. */
export function tampered(sql: string): Uint8Array {
  const database = new SQL.Database(good)
  database.run('PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON')
  database.run(sql)
  const image = database.export()
  database.close()
  return image
}

/** What strangers do to the tables. */
export const schemas: readonly (readonly [string, string])[] = [
  [
    'a trigger that deletes other rows',
    'CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM change WHERE id <> new.id; END',
  ],
  [
    'a trigger on a table that is only read',
    'CREATE TRIGGER t AFTER UPDATE ON workspace BEGIN DELETE FROM change; END',
  ],
  [
    'a trigger that copies text away',
    'CREATE TABLE stash (a); CREATE TRIGGER t AFTER INSERT ON text BEGIN INSERT INTO stash VALUES (new.text); END',
  ],
  ['a view that never ends', `CREATE VIEW more AS ${ENDLESS}`],
  ['a view that never ends in the place of a table', `DROP TABLE card; CREATE VIEW card AS ${ENDLESS}`],
  ['one more table', 'CREATE TABLE notes (a)'],
  ['one more index', 'CREATE INDEX more ON change (author)'],
  ['an index on an expression', 'CREATE INDEX more ON change (length(author))'],
  ['one more column', 'ALTER TABLE change ADD COLUMN signature TEXT'],
  ['a computed column', 'ALTER TABLE change ADD COLUMN twice TEXT AS (id || id)'],
  [
    'a default that takes half a gigabyte',
    'DROP TABLE card; CREATE TABLE card (subject TEXT, kind TEXT, json TEXT DEFAULT (randomblob(500000000)))',
  ],
  [
    'a table without its checks',
    'DROP TABLE card; CREATE TABLE card (subject TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, json TEXT NOT NULL) STRICT',
  ],
  [
    'a table without its type checks',
    "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'text'",
  ],
  ['a full-text table', 'CREATE VIRTUAL TABLE words USING fts4(text)'],
  [
    'a full-text table in the place of one of ours',
    'DROP TABLE text; CREATE VIRTUAL TABLE text USING fts4(subject, field)',
  ],
  ['statistics for the planner', 'ANALYZE'],
  ['a table that is missing', 'DROP TABLE attachment'],
  ['an index that is missing', 'DROP INDEX change_by_subject'],
  ['a thousand and a half tables', Array.from({ length: 1_500 }, (_, index) => `CREATE TABLE t${index} (a)`).join(';')],
  ['a very deep expression', `CREATE VIEW deep AS SELECT ${'('.repeat(400)}1${')'.repeat(400)} AS a`],
  [
    'a table in capital letters',
    "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL', 'text NOT NULL') WHERE name = 'card'",
  ],
  [
    'another definition under our name',
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE text (subject, field, locale, text)' WHERE name = 'text'",
  ],
  ['a table that begins at page one', "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'card'"],
  ['a table that begins nowhere', "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'text'"],
  ['nonsense as a definition', "UPDATE sqlite_schema SET sql = 'CREATE NOTHING' WHERE name = 'card'"],
]

/** What strangers do to the rows. */
export const contents: readonly (readonly [string, string])[] = [
  ['a stamp that is none', "UPDATE change SET id = 'yesterday' WHERE id = (SELECT min(id) FROM change)"],
  [
    'a stamp with something behind a NUL',
    'UPDATE change SET id = id || char(0) || 1 WHERE id = (SELECT min(id) FROM change)',
  ],
  ['a value that is no JSON', "UPDATE change SET value = '{' WHERE value IS NOT NULL"],
  ['a value with a NUL behind it', "UPDATE change SET value = '1' || char(0) || '{' WHERE value IS NOT NULL"],
  ['a value and bytes at once', "UPDATE change SET bytes = x'00' WHERE value IS NOT NULL"],
  ['neither value nor bytes', 'UPDATE change SET value = NULL'],
  ['a list of replaced values that is no list', "UPDATE change SET replaces = '{}'"],
  ['a moment beyond all dates', 'UPDATE change SET at = 9000000000000000000'],
  ['a field without a name', "UPDATE change SET field = ''"],
  [
    'an author of a million letters',
    "UPDATE change SET author = printf('%.*c', 1000000, 'a') WHERE id = (SELECT min(id) FROM change)",
  ],
  ['a card that is no JSON', "UPDATE card SET json = 'card'"],
  ['a workspace without an id', "DELETE FROM workspace WHERE key = 'id'"],
  ['a workspace id that climbs out of its folder', "UPDATE workspace SET value = '../../etc' WHERE key = 'id'"],
  ['a workspace that began at no time', "UPDATE workspace SET value = 'soon' WHERE key = 'created-at'"],
  [
    'two tables on one page',
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'text') WHERE name = 'card'",
  ],
  [
    'an index that hides a row',
    `CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'change_by_subject';
     DELETE FROM sqlite_schema WHERE name = 'change_by_subject'; PRAGMA writable_schema = RESET;
     UPDATE change SET subject = 'somebody else' WHERE rowid = 3;
     PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept`,
  ],
]

/** All of it. */
export const hostileImages = [...schemas, ...contents]
