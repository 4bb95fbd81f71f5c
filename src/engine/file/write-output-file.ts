import { done, type Outcome, refused } from '../../core/problem.ts'
import { writingProblem } from './file-problems.ts'
import type { FileHost } from './host.ts'
import { fileExists, realPathOf } from './read-workspace-file.ts'
import { replaceFile, settleFolderOf } from './replace-file.ts'
import { removeQuietly, writeTemporary } from './temporary-file.ts'

/** The rights of files that are made to be passed on; the system's mask still narrows them. */
const SHARED = 0o666

/**
 * Writes a file that a person asked for (a brief, an export): it appears whole or not at all, and takes the place of
 * another only with `force`. Answers with its size in bytes.
 */
export async function writeOutputFile(
  host: FileHost,
  path: string,
  bytes: Uint8Array,
  { force }: { readonly force: boolean },
): Promise<Outcome<number>> {
  const target = await realPathOf(host, path)
  let temporary: string | undefined
  try {
    if (await isFolder(host, target)) return refused({ code: 'write-failed', path, reason: 'EISDIR' })
    if (!force && (await fileExists(host, target))) return refused({ code: 'file-exists', path })
    temporary = await writeTemporary(host, target, [bytes], { mode: SHARED })
    if (!force && (await fileExists(host, target))) {
      await removeQuietly(host.fs, temporary)
      return refused({ code: 'file-exists', path })
    }
    await replaceFile(host, temporary, target)
  } catch (error) {
    if (temporary !== undefined) await removeQuietly(host.fs, temporary)
    return refused(writingProblem(error, path))
  }
  await settleFolderOf(host, target)
  return done(bytes.length)
}

async function isFolder(host: FileHost, path: string): Promise<boolean> {
  return host.fs.stat(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  )
}
