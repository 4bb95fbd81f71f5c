import type { FileSystem, OpenFile } from '../../../src/engine/file/file-system.ts'

/** What goes wrong at the nth call. A `kill` takes the process: no later call does anything either. */
export type Fault =
  | { readonly kind: 'error'; readonly code: string; readonly at: number; readonly until: 'once' | 'for-ever' }
  | { readonly kind: 'short-write'; readonly at: number; readonly bytes: number; readonly until: 'once' | 'for-ever' }
  | { readonly kind: 'kill'; readonly at: number }

/** A file system with a fault in it, and the names of the calls made so far. */
export type FaultyFileSystem = FileSystem & { readonly calls: readonly string[]; readonly isKilled: () => boolean }

/** Thrown by every call of a process that has been killed; no code, so that nobody takes it for an answer of the disk. */
class Killed extends Error {}

/** Puts a fault into a file system. Without one it only counts. */
export function faultyFileSystem(inner: FileSystem, fault?: Fault): FaultyFileSystem {
  const calls: string[] = []
  let killed = false

  function isHit(): boolean {
    if (!fault) return false
    const count = calls.length
    return count === fault.at || (fault.kind !== 'kill' && fault.until === 'for-ever' && count > fault.at)
  }

  async function call<T>(name: string, act: () => Promise<T>): Promise<T> {
    calls.push(name)
    if (fault?.kind === 'kill' && isHit()) killed = true
    if (killed) throw new Killed(name)
    if (fault?.kind === 'error' && isHit())
      throw Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code })
    return act()
  }

  function faultyFile(file: OpenFile): OpenFile {
    return {
      read: (...args) => call('read', () => file.read(...args)),
      write: (bytes, offset, length, position) =>
        call('write', () => {
          const short = fault?.kind === 'short-write' && isHit() ? Math.min(length, fault.bytes) : length
          return short === 0 ? Promise.resolve(0) : file.write(bytes, offset, short, position)
        }),
      sync: () => call('sync', () => file.sync()),
      setMode: (mode) => call('setMode', () => file.setMode(mode)),
      // Closed for real whatever happens, or the test itself would run out of files.
      close: async () => {
        try {
          await call('close', () => Promise.resolve())
        } finally {
          await file.close()
        }
      },
    }
  }

  return {
    calls,
    isKilled: () => killed,
    open: (...args) => call('open', async () => faultyFile(await inner.open(...args))),
    stat: (path) => call('stat', () => inner.stat(path)),
    realPath: (path) => call('realPath', () => inner.realPath(path)),
    canWrite: (path) => call('canWrite', () => inner.canWrite(path)),
    rename: (from, to) => call('rename', () => inner.rename(from, to)),
    link: (from, to) => call('link', () => inner.link(from, to)),
    unlink: (path) => call('unlink', () => inner.unlink(path)),
    makeFolder: (path) => call('makeFolder', () => inner.makeFolder(path)),
    list: (path) => call('list', () => inner.list(path)),
    syncFolder: (path) => call('syncFolder', () => inner.syncFolder(path)),
    isStick: (path) => call('isStick', () => inner.isStick(path)),
    freeBytes: (path) => call('freeBytes', () => inner.freeBytes(path)),
  }
}
