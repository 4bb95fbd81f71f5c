import type { FileSystem, OpenFile } from '../../src/engine/file/file-system.ts'
import { QUICK_DISK } from './engine.ts'

/** A disk that a program can lose from one moment to the next, as when it is killed. */
export type MortalDisk = {
  readonly fs: FileSystem
  /** From now on, or after so many more calls, nothing reaches the disk any more. */
  readonly die: (afterCalls?: number) => void
  readonly isDead: () => boolean
}

/** Makes the disk of one run. The call at which it dies is done by half where it writes. */
export function mortalDisk(inner: FileSystem = QUICK_DISK): MortalDisk {
  let left = Number.POSITIVE_INFINITY

  async function call<T>(act: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    left -= 1
    if (left === -1) await half?.()
    if (left < 0) throw Object.assign(new Error('killed'), { code: 'EIO' })
    return act()
  }

  function mortalFile(file: OpenFile): OpenFile {
    return {
      read: (...args) => call(() => file.read(...args)),
      write: (bytes, offset, length, position) =>
        call(
          () => file.write(bytes, offset, length, position),
          () => file.write(bytes, offset, length >> 1, position),
        ),
      sync: () => call(() => file.sync()),
      setMode: (mode) => call(() => file.setMode(mode)),
      // Closed for real whatever happens, or the test itself would run out of files.
      close: async () => {
        await file.close()
      },
    }
  }

  return {
    die(afterCalls = 0) {
      left = afterCalls
    },
    isDead: () => left < 0,
    fs: {
      open: (...args) => call(async () => mortalFile(await inner.open(...args))),
      stat: (path) => call(() => inner.stat(path)),
      realPath: (path) => call(() => inner.realPath(path)),
      canWrite: (path) => call(() => inner.canWrite(path)),
      rename: (from, to) => call(() => inner.rename(from, to)),
      link: (from, to) => call(() => inner.link(from, to)),
      unlink: (path) => call(() => inner.unlink(path)),
      makeFolder: (path) => call(() => inner.makeFolder(path)),
      list: (path) => call(() => inner.list(path)),
      syncFolder: (path) => call(() => inner.syncFolder(path)),
      isStick: (path) => call(() => inner.isStick(path)),
      freeBytes: (path) => call(() => inner.freeBytes(path)),
    },
  }
}
