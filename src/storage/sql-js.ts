import initSqlJs, { type SqlJsConfig, type SqlJsStatic } from 'sql.js'

/** SQLite as a WebAssembly module: loaded once per process, shared by every store in it. */
export type SqlJs = SqlJsStatic

/**
 * Loads SQLite from the bytes of `sql-wasm.wasm`; reads no file and asks no network.
 *
 * The old extension functions of sql.js stay out: what the file means must not depend on functions that a plain
 * `sqlite3` shell has not got.
 */
export function loadSqlJs(wasm: Uint8Array): Promise<SqlJs> {
  const config: SqlJsConfig & { readonly useOldExtensionFunctions: boolean } = {
    wasmBinary: new Uint8Array(wasm).buffer,
    useOldExtensionFunctions: false,
  }
  return initSqlJs(config)
}
