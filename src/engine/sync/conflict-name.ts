import type { CopyMaker } from '../../ipc/shapes.ts'

/** What a name says of where a copy comes from. */
export type CopyName = {
  readonly by: CopyMaker
  /** The name says which of the two is the copy. Of the others a person may have meant something else by it. */
  readonly certain: boolean
}

type Pattern = { readonly by: CopyMaker; readonly rest: RegExp; readonly certain?: false }

/** What stands between the name of a workspace and `.temoin`; the first that fits. */
const AFTER: readonly Pattern[] = [
  { by: 'syncthing', rest: /^(\.sync-conflict-\d{8}-\d{6}(-[A-Z2-7]{7})?)+$/ },
  { by: 'nextcloud', rest: /^ ?\((conflicted copy )?.*\d{4}-\d{2}-\d{2} \d{6}\)$/iu },
  { by: 'nextcloud', rest: /^_conflict-\d{8}-\d{6}$/ },
  { by: 'nextcloud', rest: /^ ?\(case clash from .*\)$/iu },
  { by: 'obsidian', rest: /^ \(conflicted copy .*\d{12}\)$/iu },
  // In the language of whoever's Dropbox it was: only the date and its place in the name are the same everywhere.
  { by: 'dropbox', rest: /^ ?\(.*\d{4}-\d{2}-\d{2}( \d+)?\)( \d+)?$/u },
  { by: 'dropbox', rest: /^ ?\(.*conflicted copy.*\)( \d+)?$/iu },
  { by: 'onedrive', rest: /^-.+-safeBackup-\d+$/u },
  { by: 'onedrive', rest: /^(-(DESKTOP|LAPTOP)-[A-Z0-9]{4,8})(-\d+)*$/ },
  // Any name of a computer; but a colleague may call a copy of her own "-LUCIA".
  { by: 'onedrive', rest: /^-(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{4,15}(-\d+)*$/, certain: false },
  { by: 'google-drive', rest: /^ \(Conflict [0-9a-f]{8}\)$/i },
  { by: 'google-drive', rest: /^ \(\d+\)$/ },
  { by: 'icloud', rest: /^ \d+$/ },
  { by: 'hand', rest: /^( -)? (copy|copie|copia)( \d+| \(\d+\))?$/iu },
]

/** What people's systems put before the name of a file they copy. */
const BEFORE = /^(copy (\(\d+\) )?of|copie (\(\d+\) )?de|copia (\(\d+\) )?de) $/iu

/**
 * Says where a file comes from if its name is that of a copy of the file `main` beside it; undefined where its name has
 * nothing to do with it. For the words of a message, and to know which of two is the copy: whether it is one at all is
 * known only from the workspace inside.
 */
export function copyNameOf(main: string, name: string): CopyName | undefined {
  const stem = stemOf(main)
  const own = name.normalize('NFC')
  if (sameText(own, `${stem}.temoin.bak`)) return { by: 'earlier', certain: true }
  if (/^~.*\.tmp$/iu.test(own)) return startsWith(own.slice(1), stem) ? { by: 'unfinished', certain: true } : undefined
  if (!/\.temoin$/iu.test(own)) return undefined
  const other = stemOf(own)
  if (startsWith(other, stem)) {
    const rest = other.slice(stem.length)
    const found = AFTER.find((pattern) => pattern.rest.test(rest))
    return found && { by: found.by, certain: found.certain ?? true }
  }
  const before = other.slice(0, Math.max(0, other.length - stem.length))
  const isCopyOf = before !== '' && sameText(other.slice(before.length), stem) && BEFORE.test(before)
  return isCopyOf ? { by: 'hand', certain: true } : undefined
}

/** Some systems write é as one character, others as two. */
function stemOf(name: string): string {
  return name.normalize('NFC').replace(/\.temoin$/iu, '')
}

function startsWith(text: string, start: string): boolean {
  return sameText(text.slice(0, start.length), start)
}

/** Two names that a Mac or Windows takes for the same are the same. */
function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
