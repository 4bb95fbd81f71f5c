import { join } from 'node:path'
import { backupName } from '../file/backups.ts'
import { poolOf, writeList } from '../file/blob-pool.ts'
import { replaceFile } from '../file/replace-file.ts'
import { saveWorkspaceFile } from '../file/save-workspace-file.ts'
import { removeQuietly } from '../file/temporary-file.ts'
import type { EngineEnvironment } from '../environment.ts'
import type { OpenFile } from '../workspace-file.ts'

/**
 * Keeps what is open among the backups when its file is gone: the journal only has what the file had not, and nobody
 * knows whether the file comes back. Attachments lie in the pool beside it, as for every generation. That it cannot be kept there is no reason to stop anybody from working.
 */
export async function keepLostFile(environment: EngineEnvironment, { workspace }: OpenFile): Promise<void> {
  const { host, backupsFolder } = environment
  const folder = join(backupsFolder, workspace.store.header.id)
  const path = join(folder, '~kept.tmp')
  try {
    await host.fs.makeFolder(folder)
    await removeQuietly(host.fs, path)
    const saved = await saveWorkspaceFile(host, path, workspace.image(), { expected: null, backups: folder })
    if (!saved.ok) return
    const name = backupName(host.nowMillis(), saved.value.fingerprint.sha256)
    const hashes = workspace.store.attachments().map(({ sha256 }) => sha256)
    if (hashes.length > 0) await writeList(host, poolOf(folder), name, hashes)
    await replaceFile(host, path, join(folder, name))
  } catch {
    await removeQuietly(host.fs, path)
  }
}
