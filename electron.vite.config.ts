import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin, Rollup } from 'vite'

// electron-vite would take its targets from the installed Electron; tests may run on an older one.
const NODE = 'node20.18'
const CHROME = 'chrome130'

const root = import.meta.dirname
const requireFrom = createRequire(import.meta.url)

/** Lays the files that the engine and the command line read at run time beside their bundles. */
function filesBesideBundles(): Plugin {
  const brief = resolve(root, 'resources/brief')
  const emit = (context: Rollup.PluginContext, fileName: string, path: string): void =>
    void context.emitFile({ type: 'asset', fileName, source: readFileSync(path) })
  return {
    name: 'temoin:files-beside-bundles',
    generateBundle() {
      emit(this, 'sql-wasm.wasm', requireFrom.resolve('sql.js/dist/sql-wasm.wasm'))
      // As it is, since it starts its own threads from its own file; as .cjs, since this package's scripts are modules.
      emit(this, 'vips-node.cjs', requireFrom.resolve('wasm-vips'))
      emit(this, 'vips.wasm', requireFrom.resolve('wasm-vips/vips.wasm'))
      for (const name of readdirSync(brief, { recursive: true, encoding: 'utf8' })) {
        const path = resolve(brief, name)
        if (statSync(path).isFile()) emit(this, `brief/${name.replaceAll('\\', '/')}`, path)
      }
    },
  }
}

export default defineConfig({
  main: {
    plugins: [filesBesideBundles()],
    build: {
      target: NODE,
      // One bundle without node_modules: nothing to resolve at run time, nothing that is ESM here and CommonJS there.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          engine: resolve(root, 'src/engine/process.ts'),
          inspection: resolve(root, 'src/engine/inspect/inspection-worker.ts'),
          preparing: resolve(root, 'src/engine/preparing/preparing-worker.ts'),
          cli: resolve(root, 'src/cli/index.ts'),
        },
        // All in one folder: code that looks for a file beside itself finds it whichever bundle it ends up in.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
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
