import { posix } from 'node:path'
import type { Layer } from './layer-map.ts'
import type { SourceFile } from './source-files.ts'
import { type Import, importsOf } from './syntax.ts'

/** Says, import by import, where code crosses a line that the map of layers draws. */
export function findCrossings(layers: ReadonlyMap<string, Layer>, files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const reason = whyNot(layers, file.path, found)
      return reason === undefined ? [] : [`${file.path}:${found.line} imports ${found.specifier}: ${reason}`]
    }),
  )
}

/** The package that an import names, `node` for what Node brings; nothing for a file of the project. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined
  if (specifier.startsWith('node:')) return 'node'
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Whether a row's entry (`yjs`, `@lexical/*`) stands for a package. */
export function standsFor(entry: string, name: string): boolean {
  return entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : entry === name
}

function whyNot(layers: ReadonlyMap<string, Layer>, path: string, found: Import): string | undefined {
  const layer = layers.get(path.split('/')[1] ?? '')
  if (layer === undefined) return 'its folder is not a layer'
  const name = packageOf(found.specifier)
  if (name !== undefined) return whyNotPackage(layer, path, name)
  const target = posix.join(posix.dirname(path), found.specifier)
  return whyNotFile(layer, path, target, found.typeOnly)
}

function whyNotPackage(layer: Layer, path: string, name: string): string | undefined {
  const entries = layer.outside.filter((entry) => standsFor(entry.name, name))
  if (entries.some((entry) => path.startsWith(`src/${entry.folder}/`))) return undefined
  const [elsewhere] = entries
  return elsewhere ? `only ${elsewhere.folder} may import ${name}` : `${layer.name} may not import ${name}`
}

function whyNotFile(layer: Layer, path: string, target: string, typeOnly: boolean): string | undefined {
  const [top = '', second = ''] = target.split('/')
  const owner = top === 'src' ? second : top
  if (owner === layer.name) return whyNotFeature(path, target)
  const allowed = layer.inside.get(target.slice('src/'.length)) ?? layer.inside.get(owner)
  if (allowed === undefined) return `${layer.name} may not import ${owner}`
  if (allowed === 'types' && !typeOnly) return `${layer.name} may import only types from ${owner}`
  return undefined
}

function whyNotFeature(path: string, target: string): string | undefined {
  const mine = featureOf(path)
  const theirs = featureOf(target)
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined
  return `the feature ${mine} may not import the feature ${theirs}`
}

function featureOf(path: string): string | undefined {
  return /^src\/renderer\/features\/([^/]+)\//.exec(path)?.[1]
}
