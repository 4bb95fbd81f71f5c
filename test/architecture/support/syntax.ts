import { parseSync } from 'vite'
import type { SourceFile } from './source-files.ts'

/** A node of the syntax tree, as far as the checks look at it. */
export type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>

/** An import or re-export: what it names, whether only types come through, and on which line it stands. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean; readonly line: number }

/** Visits every node of a file with the nodes around it, innermost last. */
export function visitSyntax(file: SourceFile, visit: (node: SyntaxNode, around: readonly SyntaxNode[]) => void): void {
  const around: SyntaxNode[] = []
  const descend = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(descend)
    if (!isNode(value)) return
    visit(value, around)
    around.push(value)
    for (const [key, child] of Object.entries(value)) if (key !== 'parent') descend(child)
    around.pop()
  }
  descend(parse(file).program)
}

/** Lists what a file imports, in whichever way it does. */
export function importsOf(file: SourceFile): Import[] {
  const { module } = parse(file)
  const at = (start: number) => lineOf(file.text, start)
  const unquoted = (start: number, end: number) => file.text.slice(start + 1, end - 1)
  const found: Import[] = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    line: at(start),
  }))
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType, line: at(start) })
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    found.push({ specifier: unquoted(moduleRequest.start, moduleRequest.end), typeOnly: false, line: at(start) })
  }
  visitSyntax(file, (node) => {
    if (node.type !== 'TSImportType' || !isNode(node['source'])) return
    found.push({ specifier: unquoted(node['source'].start, node['source'].end), typeOnly: true, line: at(node.start) })
  })
  return found
}

/** The line of a position, counted from one. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** Whether something found in the tree is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function parse(file: SourceFile) {
  const result = parseSync(file.path, file.text)
  const [problem] = result.errors
  if (problem) throw new Error(`${file.path} cannot be parsed: ${problem.message}`)
  return result
}
