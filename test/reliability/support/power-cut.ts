import type { Random } from './random.ts'
import { type DiskCall, type DiskOf, isIn, type StartingFile } from './recording-disk.ts'

/** What a name came to stand for: a file, or nothing. */
type Entry = { readonly path: string; readonly inode: number | undefined }

/** A change of names that reached the disk's memory and not yet the disk: on a journalled one all of it or nothing. */
type Pending = readonly Entry[]

/** The bytes of a file that last, and those that a power cut may take. */
type Data = { lasting: Uint8Array; current: Uint8Array; readonly loose: Set<number> }

const SECTOR = 512

/**
 * What lies on the disks when the power comes back, if it went after these calls.
 *
 * Of what was written and not synced, any sectors are there and any are not; a file may have its new length and none of
 * its new bytes. Names on a journalled disk change in the order asked for, up to some point; on a stick, any of the
 * changes is there, and a rename is three of them.
 */
export function afterPowerCut(
  start: readonly StartingFile[],
  calls: readonly DiskCall[],
  diskOf: DiskOf,
  random: Random,
): Map<string, Uint8Array> {
  const names = new Map<string, number>()
  const live = new Map<string, number>()
  const data = new Map<number, Data>()
  const pending = new Map<string, Pending[]>()
  // Whether a synced file takes the changes of names before it along: most journals do, none has to.
  const syncTakesNames = random.chance(50)

  for (const { path, inode, bytes } of start) {
    names.set(path, inode)
    live.set(path, inode)
    data.set(inode, { lasting: bytes, current: bytes, loose: new Set() })
  }

  const change = (path: string, ...entries: readonly Entry[]) => {
    for (const entry of entries) put(live, entry)
    const { name, kind } = diskOf(path)
    const list = pending.get(name) ?? []
    pending.set(name, list)
    // A stick that renames removes what had the name, names the file anew, and removes the old name.
    const apart = entries.toReversed().flatMap((entry) => {
      const replaces = entry.inode !== undefined && entries.length > 1
      return replaces ? [{ path: entry.path, inode: undefined }, entry] : [entry]
    })
    if (kind === 'fat') for (const entry of apart) list.push([entry])
    else list.push(entries)
  }
  const settle = (path: string, which: (entry: Entry) => boolean) => {
    const { name } = diskOf(path)
    const list = pending.get(name) ?? []
    const settled = list.filter((entries) => entries.some(which))
    for (const entry of settled.flat()) put(names, entry)
    pending.set(
      name,
      list.filter((entries) => !settled.includes(entries)),
    )
  }

  for (const call of calls) {
    switch (call.do) {
      case 'create':
        data.set(call.inode, { lasting: new Uint8Array(), current: new Uint8Array(), loose: new Set() })
        change(call.path, { path: call.path, inode: call.inode })
        break
      case 'write':
        write(dataOf(data, call.inode), call.at, call.bytes)
        break
      case 'sync': {
        const file = dataOf(data, call.inode)
        file.lasting = file.current
        file.loose.clear()
        const path = [...live].find(([, inode]) => inode === call.inode)?.[0]
        if (syncTakesNames && path !== undefined && diskOf(path).kind === 'journalled') settle(path, () => true)
        break
      }
      case 'rename':
        change(call.to, { path: call.from, inode: undefined }, { path: call.to, inode: live.get(call.from) })
        break
      case 'link':
        change(call.to, { path: call.to, inode: live.get(call.from) })
        break
      case 'unlink':
        change(call.path, { path: call.path, inode: undefined })
        break
      case 'settle': {
        const path = `${call.folder}/.`
        settle(path, diskOf(path).kind === 'fat' ? (entry) => isIn(call.folder, entry.path) : () => true)
      }
    }
  }

  for (const [name, list] of pending) {
    const kind = diskOf(list[0]?.[0]?.path ?? name).kind
    const reached = random.below(list.length + 1)
    const survivors = kind === 'fat' ? list.filter(() => random.chance(50)) : list.slice(0, reached)
    for (const entry of survivors.flat()) put(names, entry)
  }
  return new Map([...names].map(([path, inode]) => [path, whatIsLeft(dataOf(data, inode), random)]))
}

function put(names: Map<string, number>, { path, inode }: Entry): void {
  if (inode === undefined) names.delete(path)
  else names.set(path, inode)
}

function dataOf(data: ReadonlyMap<number, Data>, inode: number): Data {
  const found = data.get(inode)
  if (!found) throw new Error(`no file ${inode}`)
  return found
}

function write(file: Data, at: number, bytes: Uint8Array): void {
  // Always a new array: `lasting` may be the same one.
  const current = new Uint8Array(Math.max(file.current.length, at + bytes.length))
  current.set(file.current)
  current.set(bytes, at)
  file.current = current
  for (let sector = Math.floor(at / SECTOR); sector * SECTOR < at + bytes.length; sector += 1) file.loose.add(sector)
}

function whatIsLeft({ lasting, current, loose }: Data, random: Random): Uint8Array {
  if (loose.size === 0) return lasting
  const percent = random.pick([0, 50, 90, 100])
  const kept = [...loose].filter(() => random.chance(percent))
  const reach = Math.max(lasting.length, ...kept.map((sector) => Math.min((sector + 1) * SECTOR, current.length)))
  const left = new Uint8Array(random.chance(30) ? current.length : reach)
  left.set(lasting.subarray(0, left.length))
  // What was never written reads as zeros, or as what was there before.
  if (random.chance(30)) left.set(random.bytes(Math.max(0, left.length - lasting.length)), lasting.length)
  for (const sector of kept) left.set(current.subarray(sector * SECTOR, (sector + 1) * SECTOR), sector * SECTOR)
  return left
}
