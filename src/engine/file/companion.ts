import { basename, dirname, join } from 'node:path'
import type { FileHost } from './host.ts'
import { writeLightGeneration } from './light-generation.ts'
import { replaceFile, settleFolderOf } from './replace-file.ts'
import { copyToTemporary, removeQuietly } from './temporary-file.ts'

/** The generation before, beside the file, where the disk is one that travels: `Équipe.temoin.bak` beside `Équipe.temoin`. */
export function companionOf(path: string): string {
  return join(dirname(path), `${basename(path)}.bak`)
}

/**
 * Whether a file lies on a disk that travels, or that keeps no journal of its names: a stick. There a power cut during a
 * rename can take both names along. A disk that cannot say is taken for one.
 */
export function isOnStick({ fs }: FileHost, path: string): Promise<boolean> {
  return fs.isStick(dirname(path)).catch(() => true)
}

/**
 * Keeps a file as it is beside itself, durably, in place of the companion before; without the bytes of its attachments,
 * for which a stick has no room twice. Throws where that cannot be done.
 */
export async function keepCompanion(host: FileHost, path: string): Promise<void> {
  const companion = companionOf(path)
  const light = await writeLightGeneration(host, path, companion)
  const copy = light ?? (await copyToTemporary(host, path, companion, { mode: 0o600 }))
  try {
    await replaceFile(host, copy.path, companion)
  } catch (error) {
    await removeQuietly(host.fs, copy.path)
    throw error
  }
  await settleFolderOf(host, companion)
}
