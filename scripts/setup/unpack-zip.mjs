import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER_BYTES = 30
const STORED = 0

/**
 * Unpacks the files of a zip that `place` gives a path to (relative to `folder`), with their permissions.
 * Reads the archive's directory first, so what is not wanted costs nothing.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 */
export async function unpackZip(zip, folder, place) {
  const file = await open(zip)
  try {
    for (const entry of await readDirectory(file)) {
      const path = place(entry.name)
      if (path === undefined || entry.name.endsWith('/')) continue
      await unpackEntry(zip, await startOf(file, entry), entry, inside(folder, path))
    }
  } finally {
    await file.close()
  }
}

/**
 * @typedef {{ name: string, method: number, packed: number, size: number, mode: number, offset: number }} Entry
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = lastIndexOfMark(tail, END_OF_DIRECTORY)
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  /** @type {Entry[]} */
  const entries = []
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip directory is damaged.')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 */
async function startOf(file, entry) {
  const header = await readAt(file, entry.offset, LOCAL_HEADER_BYTES)
  return entry.offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/**
 * @param {string} zip
 * @param {number} start
 * @param {Entry} entry
 * @param {string} target
 */
async function unpackEntry(zip, start, entry, target) {
  await mkdir(dirname(target), { recursive: true })
  const out = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 })
  if (entry.packed === 0) {
    await pipeline([], out)
  } else {
    const packed = createReadStream(zip, { start, end: start + entry.packed - 1 })
    if (entry.method === STORED) await pipeline(packed, out)
    else await pipeline(packed, createInflateRaw(), out)
  }
  if (out.bytesWritten !== entry.size) throw new Error(`${entry.name} is not whole in the zip.`)
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('The zip ends too early.')
  return buffer
}

/**
 * @param {Buffer} bytes
 * @param {number} mark
 */
function lastIndexOfMark(bytes, mark) {
  for (let at = bytes.length - 22; at >= 0; at--) if (bytes.readUInt32LE(at) === mark) return at
  throw new Error('This is not a zip file.')
}

/**
 * @param {string} folder
 * @param {string} path
 */
function inside(folder, path) {
  const target = join(folder, path)
  if (!target.startsWith(folder + sep)) throw new Error(`The zip names a file outside its folder: ${path}`)
  return target
}
