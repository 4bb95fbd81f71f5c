import type { FileSystem, OpenFile } from '../../../src/engine/file/file-system.ts'
import type { MemoryDisk } from './memory-disk.ts'

/** Where a disk is nearly full, how much more fits on it, and whether it says so when asked. */
export type Room = { readonly on: (path: string) => boolean; readonly bytes: number; readonly isTold: boolean }

/** A disk in memory on which no more than so many bytes more fit. What is removed makes room again. */
export function fullDisk(disk: MemoryDisk, room: Room): FileSystem {
  const used = () => {
    const inodes = new Map<number, number>()
    for (const [path, { inode, bytes }] of disk.files) if (room.on(path)) inodes.set(inode, bytes.length)
    return [...inodes.values()].reduce((sum, size) => sum + size, 0)
  }
  const capacity = used() + room.bytes

  function limited(file: OpenFile): OpenFile {
    return {
      ...file,
      async write(bytes, offset, length, position) {
        // As a real disk does it: what fits is written and counted, and only the next call fails.
        const fits = Math.min(length, capacity - used())
        if (fits <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return file.write(bytes, offset, fits, position)
      },
    }
  }

  return {
    ...disk,
    async open(path, flags, mode) {
      const file = await disk.open(path, flags, mode)
      return room.on(path) ? limited(file) : file
    },
    async freeBytes(path) {
      if (!room.on(`${path}/.`)) return Number.MAX_SAFE_INTEGER
      if (!room.isTold) throw Object.assign(new Error('unknown'), { code: 'ENOSYS' })
      return capacity - used()
    },
  }
}
