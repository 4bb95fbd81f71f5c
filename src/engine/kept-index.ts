import { dirname, join } from 'node:path'
import type { EngineEnvironment } from './environment.ts'
import { linesOf } from './import/lines.ts'
import { createSearch, type WorkspaceSearch } from './search.ts'
import type { Workspace } from './workspace.ts'

/** So many records indexed anew make an index worth keeping. */
const WORTH_KEEPING = 200

/** How much of the index is put together at a stretch before anyone else gets a turn, in characters. */
const PIECE = 1_000_000

/** Where the index of a workspace is kept on this computer. It is derived: deleting it costs time and nothing else. */
function placeOf(environment: EngineEnvironment, workspace: string): string {
  return join(environment.dataFolder, 'index', `${workspace}.index`)
}

/** Gives a search the index of an earlier run to start from. Each record is checked against its text as it is read. */
export function loadKeptIndex(environment: EngineEnvironment, workspace: string, search: WorkspaceSearch): void {
  const opened = environment.openForReading(placeOf(environment, workspace))
  if (!opened.ok) return
  const { chunks, close } = opened.value
  search.load(textLines(chunks(), close))
}

function* textLines(chunks: Iterable<Uint8Array>, close: () => void): Generator<string> {
  try {
    for (const line of linesOf(chunks)) if ('text' in line) yield line.text
  } finally {
    close()
  }
}

/**
 * Keeps the index for the next run. Gives way between pieces; where records change meanwhile, what was written is of no
 * use and the next run says so by itself. A disk that is full keeps nobody from working.
 */
export async function keepIndex(
  environment: EngineEnvironment,
  workspace: string,
  search: WorkspaceSearch,
): Promise<void> {
  const pieces: Uint8Array[] = []
  let text = ''
  for (const line of search.save()) {
    text += `${line}\n`
    if (text.length < PIECE) continue
    pieces.push(Buffer.from(text))
    text = ''
    await new Promise(setImmediate)
  }
  pieces.push(Buffer.from(text))
  const place = placeOf(environment, workspace)
  const hasFolder = await environment.host.fs.makeFolder(dirname(place)).then(
    () => true,
    () => false,
  )
  if (hasFolder) await environment.writeFile(place, Buffer.concat(pieces), { force: true })
}

/** The search of a workspace with every record indexed, for one command: made from the kept index where there is one. */
export async function openWholeSearch(environment: EngineEnvironment, workspace: Workspace): Promise<WorkspaceSearch> {
  const search = createSearch(workspace, environment.ports.nowMillis)
  const { id } = workspace.store.header
  loadKeptIndex(environment, id, search)
  search.buildWhole()
  if (search.indexedAnew() > WORTH_KEEPING) await keepIndex(environment, id, search)
  return search
}
