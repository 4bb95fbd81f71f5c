import type { Bug } from './bug.ts'

const READ = { test: 'test/engine/file/read-workspace-file.test.ts' }
const SESSION = 'test/engine/session.test.ts'
const JOURNAL = { test: 'test/engine/file/journal.test.ts' }

/** Bugs in what is believed of a file, and in what comes back after a crash. */
export const BUGS_IN_OPENING: readonly Bug[] = [
  {
    bug: 'a wrong seal is taken for a right one',
    file: 'engine/file/read-workspace-file.ts',
    from: 'if (sealed && isSealOf(bytes, seal)) {',
    to: 'if (sealed) {',
    caughtBy: READ,
  },
  {
    bug: 'a file without a seal is opened like one with it',
    file: 'engine/file/read-workspace-file.ts',
    from: 'if (sealed && isSealOf(bytes, seal)) {',
    to: 'if (!sealed || isSealOf(bytes, seal)) {',
    caughtBy: READ,
  },
  {
    bug: 'an image that is shorter than it says is opened',
    file: 'storage/gate.ts',
    from: 'if (image.length < SHORTEST_IMAGE || header.pageSize * header.pageCount !== image.length)',
    to: 'if (image.length < SHORTEST_IMAGE)',
    caughtBy: { test: 'test/storage/image.test.ts' },
  },
  {
    bug: 'a stranger’s tables, views and triggers are let in',
    file: 'storage/gate.ts',
    from: "    if (!sameRows(readSchema(connection), expectedSchema(SQL, version))) return damaged(path, 'schema')\n",
    to: '',
    caughtBy: { test: 'test/storage/hostile.test.ts' },
  },
  {
    bug: 'rows are not held to the rules of their tables',
    file: 'storage/gate.ts',
    from: "if (connection.rows('PRAGMA integrity_check(1)')[0]?.[0] !== 'ok') return damaged(path, 'content')",
    to: '',
    caughtBy: { test: 'test/storage/hostile.test.ts' },
  },
  {
    bug: 'a file of a newer version is opened to write in',
    file: 'engine/workspace-file.ts',
    from: 'const readOnly = store.value.newer !== null || read.value.readOnly',
    to: 'const readOnly = read.value.readOnly',
    caughtBy: { test: SESSION, named: 'opens for reading only' },
  },
  {
    bug: 'a record of the journal is believed without its checksum',
    file: 'engine/file/journal-record.ts',
    from: 'return digestOf(payload).compare(buffer, at + 8, at + HEAD) === 0 ? payload : undefined',
    to: 'return payload',
    caughtBy: JOURNAL,
  },
  {
    bug: 'a torn record costs everything behind it',
    file: 'engine/file/journal-record.ts',
    from: 'const end = next === -1 ? buffer.length : next',
    to: 'const end = buffer.length + 0 * next',
    caughtBy: JOURNAL,
  },
  {
    bug: 'the journal is not made durable',
    file: 'engine/file/journal.ts',
    from: '    await segment.file.sync()\n',
    to: '',
    caughtBy: JOURNAL,
  },
  {
    bug: 'the journal lets go of what came after the save',
    file: 'engine/file/journal.ts',
    from: '          if (number > mark) continue\n',
    to: '',
    caughtBy: JOURNAL,
  },
  {
    bug: 'the journal is cleared though the save failed',
    file: 'engine/session.ts',
    from: '    if (!saved.ok) {\n      opened.firstUnsaved ??= ',
    to: '    await opened.journal.clearUpTo(mark)\n    if (!saved.ok) {\n      opened.firstUnsaved ??= ',
    caughtBy: { test: SESSION },
  },
  {
    bug: 'what is typed reaches the log before the journal',
    file: 'engine/workspace.ts',
    from: '    this.options.onCommit(commit)\n',
    to: '',
    caughtBy: { test: 'test/engine/kill-laws.test.ts' },
  },
  {
    bug: 'a record of the journal is brought back twice',
    file: 'engine/open-journal.ts',
    from: 'if (!addsSomething(state, update)) continue',
    to: '',
    caughtBy: { test: SESSION },
  },
]
