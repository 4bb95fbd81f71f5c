import { dirname } from 'node:path'
import type { FileSystem, OpenFile } from '../../../src/engine/file/file-system.ts'
import type { MemoryDisk } from './memory-disk.ts'

/** One thing that a program asked a disk to change, or to make last. Reading changes nothing and is not written down. */
export type DiskCall =
  | { readonly do: 'create'; readonly path: string; readonly inode: number }
  | { readonly do: 'write'; readonly inode: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly do: 'sync'; readonly inode: number }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'link'; readonly from: string; readonly to: string }
  | { readonly do: 'unlink'; readonly path: string }
  | { readonly do: 'settle'; readonly folder: string }

/** How a kind of disk keeps its folders: with a journal of its own, or as the sticks of this world do. */
export type DiskKind = 'journalled' | 'fat'

/** Which disk a path lies on, and of which kind that is. */
export type DiskOf = (path: string) => { readonly name: string; readonly kind: DiskKind }

/** A disk that writes down in which order it was asked for what. */
export type RecordingDisk = FileSystem & {
  readonly start: readonly StartingFile[]
  readonly calls: readonly DiskCall[]
}

/** A file that lay there, safe, before anything was asked. */
export type StartingFile = { readonly path: string; readonly inode: number; readonly bytes: Uint8Array }

/** Writes down what is asked of a disk in memory. Sticks know no second names, and no name leads to another disk. */
export function recordingDisk(disk: MemoryDisk, diskOf: DiskOf): RecordingDisk {
  const calls: DiskCall[] = []

  function recorded(file: OpenFile, inode: number): OpenFile {
    return {
      ...file,
      async write(bytes, offset, length, position) {
        const count = await file.write(bytes, offset, length, position)
        calls.push({ do: 'write', inode, at: position, bytes: bytes.slice(offset, offset + count) })
        return count
      },
      async sync() {
        calls.push({ do: 'sync', inode })
      },
    }
  }

  return {
    ...disk,
    start: [...disk.files].map(([path, { inode, bytes }]) => ({ path, inode, bytes })),
    calls,
    async open(path, flags, mode) {
      const file = await disk.open(path, flags, mode)
      const inode = disk.files.get(path)?.inode ?? 0
      if (flags === 'wx') calls.push({ do: 'create', path, inode })
      return recorded(file, inode)
    },
    async rename(from, to) {
      await disk.rename(from, to)
      calls.push({ do: 'rename', from, to })
    },
    async link(from, to) {
      const [one, other] = [diskOf(from), diskOf(to)]
      if (one.name !== other.name) throw Object.assign(new Error(to), { code: 'EXDEV' })
      if (one.kind === 'fat') throw Object.assign(new Error(to), { code: 'EPERM' })
      await disk.link(from, to)
      calls.push({ do: 'link', from, to })
    },
    async unlink(path) {
      await disk.unlink(path)
      calls.push({ do: 'unlink', path })
    },
    isStick: async (folder) => diskOf(`${folder}/.`).kind === 'fat',
    async syncFolder(folder) {
      calls.push({ do: 'settle', folder })
    },
  }
}

/** The folder that a call to settle names is the one that holds the path. */
export function isIn(folder: string, path: string): boolean {
  return dirname(path) === folder
}
