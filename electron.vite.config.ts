import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// electron-vite would take its targets from the installed Electron; tests may run on an older one.
const NODE = 'node20.18'
const CHROME = 'chrome130'

const root = import.meta.dirname
const requireFrom = createRequire(import.meta.url)

/** Keeps the entries whose source exists, so that a layer can be built before its neighbours are written. */
function entries(files: Readonly<Record<string, string>>): Record<string, string> {
  const found = Object.entries(files).map(([name, file]) => [name, resolve(root, file)] as const)
  return Object.fromEntries(found.filter(([, file]) => existsSync(file)))
}

/** Lays SQLite's program beside the bundles: the engine and the command line read it from their own folder. */
function sqliteProgram(): Plugin {
  return {
    name: 'temoin:sqlite-program',
    generateBundle() {
      const source = readFileSync(requireFrom.resolve('sql.js/dist/sql-wasm.wasm'))
      this.emitFile({ type: 'asset', fileName: 'sql-wasm.wasm', source })
    },
  }
}

export default defineConfig({
  main: {
    plugins: [sqliteProgram()],
    build: {
      target: NODE,
      // One bundle without node_modules: nothing to resolve at run time, nothing that is ESM here and CommonJS there.
      externalizeDeps: false,
      rolldownOptions: {
        input: entries({
          index: 'src/main/index.ts',
          engine: 'src/engine/process.ts',
          cli: 'src/cli/index.ts',
        }),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: entries({ index: 'src/preload/index.ts' }),
        // A sandboxed preload has to be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    resolve: { dedupe: ['lexical', 'react', 'react-dom', 'yjs'] },
    build: {
      target: CHROME,
      minify: true,
      // The window's policy allows fonts and scripts from its own files only, not from data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
})
