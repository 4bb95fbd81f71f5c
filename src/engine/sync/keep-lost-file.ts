import { join } from 'node:path'
import { backupName } from '../file/backups.ts'
import { takeFingerprint } from '../file/read-workspace-file.ts'
import { replaceFile } from '../file/replace-file.ts'
import { removeQuietly } from '../file/temporary-file.ts'
import type { EngineEnvironment } from '../environment.ts'
import { type OpenFile, writeCopy } from '../workspace-file.ts'

/**
 * Keeps what is open among the backups when its file is gone: the journal only has what the file had not, and nobody
 * knows whether the file comes back. That it cannot be kept there is no reason to stop anybody from working.
 */
export async function keepLostFile(environment: EngineEnvironment, { workspace }: OpenFile): Promise<void> {
  const { host, backupsFolder } = environment
  const folder = join(backupsFolder, workspace.store.header.id)
  const path = join(folder, '~kept.tmp')
  try {
    await host.fs.makeFolder(folder)
    const written = await writeCopy(environment, workspace, path)
    const seen = written.ok ? await takeFingerprint(host, path) : written
    if (seen.ok) await replaceFile(host, path, join(folder, backupName(host.nowMillis(), seen.value.sha256)))
  } catch {
    await removeQuietly(host.fs, path)
  }
}
