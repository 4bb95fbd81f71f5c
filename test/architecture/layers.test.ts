import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCrossings, packageOf, standsFor } from './support/crossings.ts'
import { readLayerMap } from './support/layer-map.ts'
import { readSources, root } from './support/source-files.ts'
import { importsOf } from './support/syntax.ts'

const readme = readFileSync(join(root, 'src/README.md'), 'utf8')
const layers = readLayerMap(readme)
const sources = readSources('src/**/*.{ts,tsx}')

describe('the layers', () => {
  it('are crossed by no import', () => {
    expect(findCrossings(layers, sources)).toEqual([])
  })

  it('are the folders of src, no more and no fewer', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect([...layers.keys()].sort()).toEqual(folders.map((entry) => entry.name).sort())
  })

  it('may use only libraries that somebody uses', () => {
    const used = sources.flatMap((file) =>
      importsOf(file).map(({ specifier }) => ({ path: file.path, name: packageOf(specifier) ?? '' })),
    )
    const idle = [...layers.values()].flatMap(({ outside }) =>
      outside
        .filter(
          ({ name, folder }) => !used.some((use) => use.path.startsWith(`src/${folder}/`) && standsFor(name, use.name)),
        )
        .map(({ name, folder }) => `${folder}: ${name}`),
    )
    expect(idle).toEqual([])
  })

  it('have a map that can be read in one sitting', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150)
  })
})

describe('the check of the layers', () => {
  const crossings = (path: string, text: string) => findCrossings(layers, [{ path, text }])

  it('sees the core reach for storage, and names the file, the line and the rule', () => {
    expect(crossings('src/core/history/settle.ts', "\nimport { open } from '../../storage/open.ts'")).toEqual([
      'src/core/history/settle.ts:2 imports ../../storage/open.ts: core may not import storage',
    ])
  })

  it.each([
    ['a side effect', 'src/core/model/kinds.ts', "import 'node:fs'", 'core may not import node'],
    ['a re-export', 'src/core/model/kinds.ts', "export { app } from 'electron'", 'core may not import electron'],
    ['a dynamic import', 'src/cli/index.ts', "await import('../storage/a.ts')", 'cli may not import storage'],
    ['an import type', 'src/storage/a.ts', "type A = import('electron').App", 'storage may not import electron'],
    [
      'a library in the wrong folder',
      'src/core/model/a.ts',
      "import M from 'minisearch'",
      'only core/search may import minisearch',
    ],
    ['a scoped package', 'src/engine/a.ts', "import { x } from '@lexical/yjs'", 'engine may not import @lexical/yjs'],
    [
      'a value where only types may pass',
      'src/renderer/ui/a.ts',
      "import { contract } from '../../ipc/contract.ts'",
      'renderer may import only types from ipc',
    ],
    [
      'a type and a value together',
      'src/preload/a.ts',
      "import { type A, b } from '../ipc/contract.ts'",
      'preload may import only types from ipc',
    ],
    [
      'a folder beside src',
      'src/storage/a.ts',
      "import x from '../../locales/en/app.json'",
      'storage may not import locales',
    ],
    [
      'a neighbouring feature',
      'src/renderer/features/brief/a.ts',
      "import { x } from '../library/x.ts'",
      'the feature brief may not import the feature library',
    ],
    ['a folder that is no layer', 'src/shared/a.ts', "import 'yjs'", 'its folder is not a layer'],
  ])('sees %s', (_what, path, text, reason) => {
    expect(crossings(path, text)).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    ['src/core/search/index.ts', "import M from 'minisearch'"],
    ['src/ipc/contract.ts', "import type { Card } from '../core/model/card.ts'\nimport { z } from 'zod'"],
    [
      'src/preload/index.ts',
      "import { type Api } from '../ipc/contract.ts'\nimport { EVENT_NAMES } from '../ipc/events.ts'",
    ],
    [
      'src/renderer/features/brief/a.ts',
      "import { x } from './b.ts'\nimport { y } from '../../ui/y.tsx'\nimport 'lexical'",
    ],
    ['src/engine/a.ts', "import { readFile } from 'node:fs/promises'\nimport { eld } from 'eld/extrasmall'"],
  ])('lets %s import what its layer may', (path, text) => {
    expect(crossings(path, text)).toEqual([])
  })
})
