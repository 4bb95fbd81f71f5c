import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontList from '../../resources/brief/fonts.json' with { type: 'json' }
import type { BriefFont } from '../formats/html/fonts.ts'

/** Files that the engine reads at run time, beside the bundle or, from sources, where they are kept. */
export type Assets = {
  readonly sqlite: () => Uint8Array
  /** The program of the thread that inspects files. */
  readonly inspection: string
  /** The program of the thread that prepares files, and the library that decodes pictures. */
  readonly preparing: string
  readonly darkroom: string
  readonly briefStyle: () => string
  readonly briefFonts: () => readonly BriefFont[]
}

/** Where this code runs from: the folder of the bundle, or `src/engine`. */
const here = import.meta.dirname

const BUNDLED = {
  sqlite: 'sql-wasm.wasm',
  brief: 'brief',
  inspection: 'inspection.cjs',
  ...{ preparing: 'preparing.cjs', darkroom: 'vips-node.cjs' },
}
const SOURCES = {
  sqlite: '../../node_modules/sql.js/dist/sql-wasm.wasm',
  brief: '../../resources/brief',
  inspection: 'inspect/inspection-worker.ts',
  preparing: 'preparing/preparing-worker.ts',
  darkroom: '../../node_modules/wasm-vips/lib/vips-node.js',
}

/** Finds the assets. Fonts and style are read on first use and kept: a brief is exported more than once. */
export function findAssets(): Assets {
  const places = existsSync(join(here, BUNDLED.sqlite)) ? BUNDLED : SOURCES
  const brief = (name: string) => join(here, places.brief, name)
  let fonts: readonly BriefFont[] | undefined
  return {
    inspection: join(here, places.inspection),
    preparing: join(here, places.preparing),
    darkroom: join(here, places.darkroom),
    sqlite: () => readFileSync(join(here, places.sqlite)),
    briefStyle: () => readFileSync(brief('brief.css'), 'utf8'),
    briefFonts() {
      fonts ??= fontList.map(({ file, ...face }) => ({ ...face, bytes: readFileSync(brief(join('fonts', file))) }))
      return fonts
    },
  }
}
