import { workerData } from 'node:worker_threads'
import { loadSqlJs } from '../../../../src/storage/sql-js.ts'

// A gate that a stranger's file has led into a query without an end, inside SQLite, where nothing can interrupt it.
const { wasm } = workerData as { readonly wasm: Uint8Array }
const SQL = await loadSqlJs(wasm)
new SQL.Database().exec('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n')
