import { constants } from 'node:fs'
import {
  access,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  stat,
  statfs,
  unlink,
} from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'

/** FAT, exFAT, NTFS in its two drivers, and FUSE, behind which they often are. Source: Linux, statfs(2). */
const STICKS: ReadonlySet<number> = new Set([0x4d44, 0x2011bab0, 0x5346544e, 0x7366746e, 0x65735546])

/** The real disk, through Node. */
export const nodeFileSystem: FileSystem = {
  open: async (path, flags, mode) => openFile(await open(path, flags, mode)),
  async stat(path) {
    const found = await stat(path, { bigint: true })
    return {
      kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
      size: Number(found.size),
      modified: String(found.mtimeNs),
      inode: `${found.dev}:${found.ino}`,
      mode: Number(found.mode) & 0o7777,
    }
  },
  realPath: (path) => realpath(path),
  canWrite: (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  unlink: (path) => unlink(path),
  async makeFolder(path) {
    const first = await mkdir(path, { recursive: true })
    if (first === undefined) return
    // Each new name stands in the folder above it. Some systems cannot sync folders at all.
    for (let above = dirname(path); above.length >= dirname(first).length; above = dirname(above)) {
      await syncFolder(above).catch(() => undefined)
      if (above === dirname(above)) return
    }
  },
  list: (path) => readdir(path),
  syncFolder,
  isStick: async (path) => STICKS.has((await statfs(path)).type),
  async freeBytes(path) {
    const found = await statfs(path)
    return found.bavail * found.bsize
  },
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function openFile(handle: FileHandle): OpenFile {
  return {
    read: async (into, offset, length, position) => (await handle.read(into, offset, length, position)).bytesRead,
    write: async (bytes, offset, length, position) =>
      (await handle.write(bytes, offset, length, position)).bytesWritten,
    sync: () => handle.sync(),
    setMode: (mode) => handle.chmod(mode),
    close: () => handle.close(),
  }
}
