import type { Words } from './locale-parity.ts'
import type { SourceFile } from './source-files.ts'
import { lineOf, type SyntaxNode, visitSyntax } from './syntax.ts'

/** A place in code that names words by key: exactly, or with parts that are only known when it runs. */
export type KeyUse = { readonly at: string; readonly key: string; readonly pattern: RegExp }

const GAP = '\u0000'

/** Collects every `namespace:key` in code, also those put together from parts. */
export function findKeyUses(files: readonly SourceFile[], namespaces: readonly string[]): KeyUse[] {
  const isKey = new RegExp(`^(${namespaces.join('|')}):[\\w.${GAP}-]+$`)
  return files.flatMap((file) => {
    const uses: KeyUse[] = []
    visitSyntax(file, (node) => {
      const key = keyOf(node)
      if (key === undefined || !isKey.test(key)) return
      uses.push({
        at: `${file.path}:${lineOf(file.text, node.start)}`,
        key: key.replaceAll(GAP, '…'),
        pattern: patternOf(key),
      })
    })
    return uses
  })
}

/** Names the keys that code asks for and the locale files do not have. */
export function findUnknownKeys(uses: readonly KeyUse[], words: Words): string[] {
  const keys = [...words.keys()]
  return uses
    .filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
    .map(({ at, key }) => `${at} asks for ${key}`)
}

/** Names the keys of the namespaces that no code asks for. */
export function findIdleKeys(uses: readonly KeyUse[], words: Words, namespaces: readonly string[]): string[] {
  return [...words.keys()].filter(
    (key) => namespaces.includes(key.split(':')[0] ?? '') && !uses.some(({ pattern }) => pattern.test(key)),
  )
}

function keyOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node['quasis'] as readonly { value: { cooked: string } }[]
  return quasis.map(({ value }) => value.cooked).join(GAP)
}

/** A key stands for its plural forms too. */
function patternOf(key: string): RegExp {
  const escaped = key.replace(/[.-]/g, '\\$&').replaceAll(GAP, '.+')
  return new RegExp(`^${escaped}(_(zero|one|two|few|many|other))?$`)
}
