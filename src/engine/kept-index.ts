import { dirname, join } from 'node:path'
import type { EngineEnvironment } from './environment.ts'
import { createSearch, type WorkspaceSearch } from './search.ts'
import type { Workspace } from './workspace.ts'

/** Where the index of a workspace is kept on this computer. It is derived: deleting it costs time and nothing else. */
function placeOf(environment: EngineEnvironment, workspace: string): string {
  return join(environment.dataFolder, 'index', `${workspace}.index`)
}

/** Gives a search the index of an earlier run to start from. What changed since is indexed anew. */
export function loadKeptIndex(environment: EngineEnvironment, workspace: string, search: WorkspaceSearch): void {
  const opened = environment.openForReading(placeOf(environment, workspace))
  if (opened.ok) search.load(closing(opened.value.chunks(), opened.value.close))
}

function* closing(chunks: Iterable<Uint8Array>, close: () => void): Generator<Uint8Array> {
  try {
    yield* chunks
  } finally {
    close()
  }
}

/** Keeps the index for the next run, if there is more to keep than before. A disk that is full keeps nobody from working. */
export async function keepIndex(
  environment: EngineEnvironment,
  workspace: string,
  search: WorkspaceSearch,
): Promise<void> {
  const bytes = search.toKeep()
  if (!bytes) return
  const place = placeOf(environment, workspace)
  const hasFolder = await environment.host.fs.makeFolder(dirname(place)).then(
    () => true,
    () => false,
  )
  if (hasFolder) await environment.writeFile(place, bytes, { force: true })
}

/** The search of a workspace with every record indexed, for one command: made from the kept index where there is one. */
export async function openWholeSearch(environment: EngineEnvironment, workspace: Workspace): Promise<WorkspaceSearch> {
  const search = createSearch(workspace, environment.ports.nowMillis)
  const { id } = workspace.store.header
  loadKeptIndex(environment, id, search)
  search.buildWhole()
  await keepIndex(environment, id, search)
  return search
}
