const HEX = '[0-9a-f]'
const STAMP = `${HEX.repeat(12)}-${HEX.repeat(4)}-${'[0-9a-z]'.repeat(16)}`

/**
 * The first version of the workspace file. Never edited: a later version is a later step that adds to it.
 *
 * The `CHECK`s are what a row from a stranger is held to: `integrity_check` tries them on every row when a file is opened.
 * GLOB and `json_valid` stop at a NUL character, hence the lengths in bytes and the `instr`.
 */
export const VERSION_1: readonly string[] = [
  `CREATE TABLE workspace (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  value TEXT NOT NULL CHECK (length(value) <= 10000)
) STRICT, WITHOUT ROWID`,

  `CREATE TABLE change (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(CAST(id AS BLOB)) = 34 AND id GLOB '${STAMP}'),
  at INTEGER NOT NULL CHECK (at BETWEEN -8640000000000000 AND 8640000000000000),
  author TEXT NOT NULL CHECK (length(author) <= 1000),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 200),
  locale TEXT NOT NULL CHECK (length(locale) <= 200),
  op TEXT NOT NULL CHECK (length(op) BETWEEN 1 AND 200),
  value TEXT CHECK (value IS NULL OR json_valid(value) AND instr(value, char(0)) = 0),
  bytes BLOB CHECK ((bytes IS NULL) <> (value IS NULL)),
  replaces TEXT NOT NULL CHECK (json_valid(replaces) AND json_type(replaces) = 'array' AND instr(replaces, char(0)) = 0)
) STRICT`,

  `CREATE INDEX change_by_subject ON change (subject, kind)`,

  `CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(CAST(sha256 AS BLOB)) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK (size >= 0),
  type TEXT NOT NULL CHECK (length(type) <= 200)
) STRICT, WITHOUT ROWID`,

  `CREATE TABLE card (
  subject TEXT NOT NULL PRIMARY KEY CHECK (length(subject) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 200),
  json TEXT NOT NULL CHECK (json_valid(json) AND instr(json, char(0)) = 0)
) STRICT`,

  `CREATE TABLE text (
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 200),
  locale TEXT NOT NULL CHECK (length(locale) <= 200),
  text TEXT NOT NULL,
  PRIMARY KEY (subject, field, locale)
) STRICT`,
]
