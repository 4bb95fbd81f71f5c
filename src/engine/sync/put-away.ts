import { Buffer } from 'node:buffer'
import { basename, join } from 'node:path'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { readingProblem, writingProblem } from '../file/file-problems.ts'
import type { FileStat } from '../file/file-system.ts'
import type { FileHost } from '../file/host.ts'
import { isSameState } from '../file/read-file.ts'
import { replaceFile, settleFolderOf } from '../file/replace-file.ts'
import { copyToTemporary, removeQuietly } from '../file/temporary-file.ts'

/**
 * Moves a copy into a folder of the app's own, under a name that tells when: never deletes it. On the way between two
 * disks it is copied, read back and compared before the first one goes. Answers with where it is now.
 *
 * @param seen what the copy looked like when its content was looked at; a copy that is another by now stays where it is
 */
export async function putAway(host: FileHost, path: string, seen: FileStat, folder: string): Promise<Outcome<string>> {
  try {
    if (!isSameState(await host.fs.stat(path), seen)) return refused({ code: 'file-changed-on-disk', path })
  } catch (error) {
    return refused(readingProblem(error, path))
  }
  const target = join(folder, `${timeOf(host)} ${endOf(basename(path))}`)
  try {
    await host.fs.makeFolder(folder)
    await moveTo(host, path, target)
  } catch (error) {
    return refused(writingProblem(error, target))
  }
  await settleFolderOf(host, target)
  await settleFolderOf(host, path)
  return done(target)
}

async function moveTo(host: FileHost, path: string, target: string): Promise<void> {
  try {
    await host.fs.rename(path, target)
  } catch {
    const copy = await copyToTemporary(host, path, target, { mode: 0o600 })
    try {
      await replaceFile(host, copy.path, target)
    } catch (error) {
      await removeQuietly(host.fs, copy.path)
      throw error
    }
    await settleFolderOf(host, target)
    await host.fs.unlink(path)
  }
}

/** No name may be longer than 255 bytes, and this one has something put before it. */
function endOf(name: string): string {
  return [...name].slice(-50).join('')
}

/** Two copies that are put away in the same moment must not meet in one name. */
function timeOf(host: FileHost): string {
  const time = new Date(host.nowMillis()).toISOString().slice(0, 19).replaceAll(':', '')
  return `${time} ${Buffer.from(host.randomBytes(2)).toString('hex')}`
}
