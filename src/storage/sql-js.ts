import initSqlJs, { type SqlJsStatic } from 'sql.js'

/** SQLite as a WebAssembly module: loaded once per process, shared by every store in it. */
export type SqlJs = SqlJsStatic

/** The part of WebAssembly that is used here: this layer sees no environment's types. */
type Imports = Readonly<Record<string, unknown>>
type Instance = { readonly exports: Record<string, never> }
type Wasm = {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: Imports) => Instance
}

/** What sql.js is loaded with. */
type LoaderConfig = {
  readonly useOldExtensionFunctions: boolean
  readonly instantiateWasm: (imports: Imports, ready: (instance: Instance) => void) => Instance['exports']
}

/**
 * Loads SQLite from the bytes of `sql-wasm.wasm`; reads no file and asks no network.
 *
 * It is compiled in one breath: in a thread of an Electron process, a compilation in the background sometimes never says
 * that it is done. The old extension functions of sql.js stay out: what the file means must not depend on functions that
 * a plain `sqlite3` shell has not got.
 */
export function loadSqlJs(wasm: Uint8Array): Promise<SqlJs> {
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly
  const config: LoaderConfig = {
    useOldExtensionFunctions: false,
    instantiateWasm(imports, ready) {
      const instance = new Instance(new Module(wasm), imports)
      ready(instance)
      return instance.exports
    },
  }
  return initSqlJs(config)
}
