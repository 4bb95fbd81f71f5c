import { parentPort, workerData } from 'node:worker_threads'
import { loadSqlJs } from '../../storage/sql-js.ts'
import { answerInspection, type InspectionAsk } from './inspection.ts'

/** More memory than any file of ours asks of SQLite, and less than a computer has. The image itself is not counted. */
const SQLITE_MEMORY = 512 * 1024 * 1024

/** The thread in which a stranger's bytes are looked at. It lives for one file, and may be ended at any moment. */
async function inspect(): Promise<void> {
  const { wasm, ask } = workerData as { readonly wasm: Uint8Array; readonly ask: InspectionAsk }
  const SQL = await loadSqlJs(wasm)
  const limits = new SQL.Database()
  limits.run(`PRAGMA hard_heap_limit = ${SQLITE_MEMORY}`)
  limits.close()
  const answer = answerInspection(SQL, ask)
  parentPort?.postMessage(answer, [answer.image.buffer as ArrayBuffer])
}

void inspect()
