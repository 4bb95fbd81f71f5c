import { dirname } from 'node:path'
import type { FileStat, FileSystem, OpenFile } from '../../../src/engine/file/file-system.ts'

type Entry = { bytes: Uint8Array; modified: number; readonly inode: number; mode: number }

/** A disk in memory, without faults. `files` is what lies on it, and is seen to change. */
export type MemoryDisk = FileSystem & {
  readonly files: Map<string, Entry>
  readonly put: (path: string, bytes: Uint8Array) => void
}

/** Makes a disk that holds these files; every folder that is asked for is there. */
export function memoryDisk(holding: Readonly<Record<string, Uint8Array>> = {}): MemoryDisk {
  const files = new Map<string, Entry>()
  let ticks = 0
  const tick = () => (ticks += 1)
  const put = (path: string, bytes: Uint8Array, mode = 0o600) =>
    files.set(path, { bytes, modified: tick(), inode: tick(), mode })
  for (const [path, bytes] of Object.entries(holding)) put(path, bytes)

  const at = (path: string): Entry => {
    const entry = files.get(path)
    if (!entry) throw failure('ENOENT', path)
    return entry
  }
  return {
    files,
    put,
    async open(path, flags, mode) {
      if (flags === 'r') return openEntry(at(path), tick)
      if (files.has(path)) throw failure('EEXIST', path)
      put(path, new Uint8Array(), mode)
      return openEntry(at(path), tick)
    },
    stat: async (path) => statOf(at(path)),
    realPath: async (path) => {
      at(path)
      return path
    },
    canWrite: async () => true,
    async rename(from, to) {
      files.set(to, at(from))
      files.delete(from)
    },
    async link(from, to) {
      if (files.has(to)) throw failure('EEXIST', to)
      files.set(to, at(from))
    },
    async unlink(path) {
      at(path)
      files.delete(path)
    },
    makeFolder: async () => undefined,
    list: async (folder) =>
      [...files.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1)),
    syncFolder: async () => undefined,
    isStick: async () => false,
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
  }
}

function openEntry(entry: Entry, tick: () => number): OpenFile {
  return {
    async read(into, offset, length, position) {
      const bytes = entry.bytes.subarray(position, position + length)
      into.set(bytes, offset)
      return bytes.length
    },
    async write(bytes, offset, length, position) {
      if (entry.bytes.length < position + length) {
        const longer = new Uint8Array(position + length)
        longer.set(entry.bytes)
        entry.bytes = longer
      }
      entry.bytes.set(bytes.subarray(offset, offset + length), position)
      entry.modified = tick()
      return length
    },
    sync: async () => undefined,
    setMode: async (mode) => {
      entry.mode = mode
    },
    close: async () => undefined,
  }
}

function statOf({ bytes, modified, inode, mode }: Entry): FileStat {
  return { kind: 'file', size: bytes.length, modified: String(modified), inode: String(inode), mode }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
