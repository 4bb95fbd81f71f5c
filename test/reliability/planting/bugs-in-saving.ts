import type { Bug } from './bug.ts'

const SAVE = { test: 'test/engine/file/save-workspace-file.test.ts' }
const FAULTS = { test: 'test/engine/file/save-faults.test.ts', named: 'never tears the file' }

/** Bugs in how bytes get to the disk. */
export const BUGS_IN_SAVING: readonly Bug[] = [
  {
    bug: 'the new file is not made durable before it takes the place of the old one',
    file: 'engine/file/temporary-file.ts',
    from: '  await file.sync()\n',
    to: '',
    caughtBy: SAVE,
  },
  {
    bug: 'the rename is not made durable',
    file: 'engine/file/save-workspace-file.ts',
    from: '  await settleFolderOf(host, target)\n',
    to: '',
    caughtBy: SAVE,
  },
  {
    bug: 'a write that did less than asked is taken for a whole one',
    file: 'engine/file/temporary-file.ts',
    from: '    at += count\n  }\n}\n',
    to: '    at = bytes.length\n  }\n}\n',
    caughtBy: FAULTS,
  },
  {
    bug: 'a disk that says it is full is passed over',
    file: 'engine/file/temporary-file.ts',
    from: 'const count = await file.write(bytes, at, Math.min(CHUNK, bytes.length - at), position + at)',
    to: 'const count = await file\n      .write(bytes, at, Math.min(CHUNK, bytes.length - at), position + at)\n      .catch(() => bytes.length - at)',
    caughtBy: SAVE,
  },
  {
    bug: 'what was written is not read back',
    file: 'engine/file/write-container.ts',
    from: '  if (!isFaithful) throw unfaithful()\n',
    to: '',
    caughtBy: SAVE,
  },
  {
    bug: 'the new file takes the place of the old one before the old one is kept',
    file: 'engine/file/save-workspace-file.ts',
    from: '  const generation = await keepGeneration(',
    to: '  await host.fs.rename(temporary, target)\n  const generation = await keepGeneration(',
    caughtBy: SAVE,
  },
  {
    bug: 'the generation before is not kept',
    file: 'engine/file/save-workspace-file.ts',
    from: '    kept = await keepBackup(host, target, backups)\n',
    to: '',
    caughtBy: SAVE,
  },
  {
    bug: 'the old file is deleted before the new one is put there',
    file: 'engine/file/replace-file.ts',
    from: '      return await host.fs.rename(from, to)\n',
    to: '      await host.fs.unlink(to).catch(() => undefined)\n      return await host.fs.rename(from, to)\n',
    caughtBy: FAULTS,
  },
  {
    bug: 'a file that a virus scanner holds fails the save at once',
    file: 'engine/file/replace-file.ts',
    from: 'if (!HELD.has(errnoOf(error)) || waited >= PATIENCE) throw error',
    to: 'if (errnoOf(error)) throw error',
    caughtBy: SAVE,
  },
  {
    bug: 'a file that somebody else changed meanwhile is replaced',
    file: 'engine/file/save-workspace-file.ts',
    from: '    if (sha256 === expected.sha256) return done({ kept, warning })\n',
    to: '    if (sha256) return done({ kept, warning })\n',
    caughtBy: SAVE,
  },
  {
    bug: 'a file that somebody else changes at the last moment is replaced',
    file: 'engine/file/save-workspace-file.ts',
    from: 'if (!isUntouched(before.value, now)) {',
    to: 'if (!now && !isUntouched(before.value, now)) {',
    caughtBy: SAVE,
  },
  {
    bug: 'a file that nobody knew to be there is replaced',
    file: 'engine/file/save-workspace-file.ts',
    from: "if (!expected) return now ? refused({ code: 'file-exists', path }) : done(null)",
    to: 'if (!expected) return done(now ?? null)',
    caughtBy: SAVE,
  },
  {
    bug: 'a file is put where one was and is gone',
    file: 'engine/file/save-workspace-file.ts',
    from: "    if (!now) return refused({ code: 'file-missing', path })\n",
    to: '    if (!now) return done(null)\n',
    also: {
      from: 'if (!expected) return done({ kept: null, warning: null })',
      to: 'if (!expected || !(await stateOf(host, target))) return done({ kept: null, warning: null })',
    },
    caughtBy: SAVE,
  },
  {
    bug: 'nobody asks whether there is room before writing',
    file: 'engine/file/save-workspace-file.ts',
    from: '  if (tight) return refused(tight)\n',
    to: '',
    caughtBy: SAVE,
  },
  {
    bug: 'a save that only could not sync the folder is told as failed',
    file: 'engine/file/replace-file.ts',
    from: '    errnoOf(error)\n    return false\n',
    to: '    throw error\n',
    caughtBy: SAVE,
  },
  {
    bug: 'two programs of one computer save at once',
    file: 'engine/file/save-lock.ts',
    from: '  const isMine = await take(host, folder, path)\n',
    to: '  const isMine = false\n',
    caughtBy: { test: 'test/engine/file/save-lock.test.ts' },
  },
  {
    bug: 'old backups pile up, or the latest ones go',
    file: 'engine/file/backups.ts',
    from: '    ...sorted.slice(0, RECENT),\n',
    to: '    ...sorted.slice(-RECENT),\n',
    caughtBy: { test: 'test/engine/file/backups.test.ts' },
  },
]
