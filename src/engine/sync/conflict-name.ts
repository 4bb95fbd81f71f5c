/** Who gave a copy its name: a sync client that met two versions of a file, a person, or a save that was cut short. */
export type CopyMaker =
  | 'syncthing'
  | 'dropbox'
  | 'nextcloud'
  | 'onedrive'
  | 'google-drive'
  | 'icloud'
  | 'obsidian'
  | 'hand'
  | 'earlier'
  | 'unfinished'

/** What a name says of where a copy comes from. */
export type CopyName = {
  readonly by: CopyMaker
  /** Nothing but a sync client gives names like this one; the others people also give by hand. */
  readonly certain: boolean
}

type Pattern = { readonly by: CopyMaker; readonly certain: boolean; readonly rest: RegExp }

/** What stands between the name of a workspace and `.temoin`; the first that fits. */
const AFTER: readonly Pattern[] = [
  { by: 'syncthing', certain: true, rest: /^(\.sync-conflict-\d{8}-\d{6}(-[A-Z2-7]{7})?)+$/ },
  { by: 'nextcloud', certain: true, rest: /^ ?\((conflicted copy )?.*\d{4}-\d{2}-\d{2} \d{6}\)$/iu },
  { by: 'nextcloud', certain: true, rest: /^_conflict-\d{8}-\d{6}$/ },
  { by: 'nextcloud', certain: true, rest: /^ ?\(case clash from .*\)$/iu },
  { by: 'obsidian', certain: true, rest: /^ \(conflicted copy .*\d{12}\)$/iu },
  // In the language of whoever's Dropbox it was: only the date and its place in the name are the same everywhere.
  { by: 'dropbox', certain: true, rest: /^ ?\(.*\d{4}-\d{2}-\d{2}( \d+)?\)( \d+)?$/u },
  { by: 'dropbox', certain: true, rest: /^ ?\(.*conflicted copy.*\)( \d+)?$/iu },
  { by: 'onedrive', certain: true, rest: /^-.+-safeBackup-\d+$/u },
  { by: 'onedrive', certain: true, rest: /^(-(DESKTOP|LAPTOP)-[A-Z0-9]{4,8})(-\d+)*$/ },
  { by: 'onedrive', certain: false, rest: /^-(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{4,15}(-\d+)*$/ },
  { by: 'google-drive', certain: true, rest: /^ \(Conflict [0-9a-f]{8}\)$/i },
  { by: 'google-drive', certain: false, rest: /^ \(\d+\)$/ },
  { by: 'icloud', certain: false, rest: /^ \d+$/ },
  { by: 'hand', certain: false, rest: /^( -)? (copy|copie|copia)( \d+| \(\d+\))?$/iu },
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
    return found && { by: found.by, certain: found.certain }
  }
  const before = other.slice(0, other.length - stem.length)
  const isCopyOf = other.length > stem.length && sameText(other.slice(before.length), stem) && BEFORE.test(before)
  return isCopyOf ? { by: 'hand', certain: false } : undefined
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
