import { basename, dirname, join } from 'node:path'

/** The generation before, beside the file, where the disk is one that travels: `Équipe.temoin.bak` beside `Équipe.temoin`. */
export function companionOf(path: string): string {
  return join(dirname(path), `${basename(path)}.bak`)
}
