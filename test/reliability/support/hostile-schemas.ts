import { ENDLESS, hostileImages } from '../../storage/hostile-images.ts'

/** What a stranger makes of our tables: those that are tested one by one, and more of the kind. */
export const hostileSchemas: readonly (readonly [string, string])[] = [
  ...hostileImages,
  ['a view of a gigabyte of zeros', 'CREATE VIEW more AS SELECT zeroblob(1000000000) AS subject'],
  ['a view in the place of the log', `ALTER TABLE change RENAME TO kept; CREATE VIEW change AS SELECT * FROM kept`],
  [
    'a trigger in the place of a view',
    `CREATE VIEW v AS ${ENDLESS}; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END`,
  ],
  ['an endless query in a trigger', `CREATE TRIGGER t AFTER INSERT ON text BEGIN INSERT INTO card ${ENDLESS}; END`],
  [
    'a table without row ids',
    'DROP TABLE text; CREATE TABLE text (subject, field, locale, text, PRIMARY KEY (subject, field, locale)) WITHOUT ROWID',
  ],
  [
    'a table with another order of letters',
    "UPDATE sqlite_schema SET sql = replace(sql, 'subject TEXT', 'subject TEXT COLLATE NOCASE') WHERE name = 'card'",
  ],
  ['an index of a part', 'CREATE INDEX part ON change (id) WHERE op = 1'],
  ['a unique index', 'CREATE UNIQUE INDEX one ON card (subject)'],
  ['a name that looks like another database', 'CREATE TABLE "main.change" (a); CREATE TABLE "temp.change" (a)'],
  ['a name with quotes and a NUL in it', `CREATE TABLE "a""; DROP TABLE change; --" (a)`],
  [
    'shadow tables of a search',
    'CREATE TABLE words_content (docid INTEGER PRIMARY KEY, c0); CREATE TABLE words_segdir (a)',
  ],
  [
    'a stored computed column',
    'DROP TABLE card; CREATE TABLE card (subject TEXT, kind TEXT, json TEXT AS (hex(zeroblob(100000000))) STORED)',
  ],
  [
    'a check that never ends',
    `DROP TABLE card; CREATE TABLE card (subject TEXT, kind TEXT, json TEXT CHECK (length(hex(zeroblob(400000000))) > 0))`,
  ],
  [
    'a foreign key with consequences',
    'DROP TABLE text; CREATE TABLE text (subject TEXT REFERENCES card ON DELETE CASCADE, field, locale, text)',
  ],
  ['the same table twice', "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'card'"],
  [
    'a table of tables',
    "INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', 3, 'CREATE TABLE sqlite_stat1(tbl,idx,stat)')",
  ],
]
