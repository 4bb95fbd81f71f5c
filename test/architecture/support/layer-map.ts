/** What one row of the table in src/README.md allows. */
export type Layer = {
  readonly name: string
  /** Layers, single files of one, and folders beside src; `types` where only types may come through. */
  readonly inside: ReadonlyMap<string, 'all' | 'types'>
  /** Packages, with the folder that may use them; `@scope/*` stands for the whole scope. */
  readonly outside: readonly { readonly name: string; readonly folder: string }[]
}

/** Reads the table of layers from the text of src/README.md. */
export function readLayerMap(readme: string): Map<string, Layer> {
  const rows = readme.split('\n').filter((line) => line.startsWith('|'))
  const start = rows.findIndex((row) => cells(row)[0] === 'layer')
  const layers = new Map<string, Layer>()
  for (const row of rows.slice(start + 2)) {
    const [name = '', inside = '', outside = ''] = cells(row)
    const [layer] = names(name)
    if (layer === undefined) break
    layers.set(layer, { name: layer, inside: readInside(inside), outside: readOutside(layer, outside) })
  }
  return layers
}

function readInside(cell: string): Map<string, 'all' | 'types'> {
  return new Map(
    cell
      .split(',')
      .flatMap((part) => names(part).map((name) => [name, part.includes('types') ? 'types' : 'all'] as const)),
  )
}

function readOutside(layer: string, cell: string): { name: string; folder: string }[] {
  return cell.split(';').flatMap((part) => {
    const [folder, libraries] = part.includes(':') ? part.split(/:(.*)/) : [`\`${layer}\``, part]
    return names(libraries ?? '').map((name) => ({ name, folder: names(folder ?? '')[0] ?? layer }))
  })
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function names(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}
