import type { SourceFile } from './source-files.ts'
import { isNode, lineOf, type SyntaxNode, visitSyntax } from './syntax.ts'

// What a person reads or hears. A name that ends in Text, Label or Title is one of these too.
const SEEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|label|title|placeholder|description|message|detail|note|hint|buttons|\w+(Text|Label|Title|Message))$/
const UNSEEN_ATTRIBUTES = new Set(['className', 'style', 'd', 'viewBox'])

const HAS_WORD = /\p{L}{2,}/u
const TWO_WORDS = /\p{L}+[,;]?\s+\p{L}+/u
const SENTENCE = /\p{L}{2,}[,;]?\s+\p{L}{2,}[,;]?\s+\p{L}{2,}/u
const CAPITALISED = /^\p{Lu}\p{Ll}+/u
const KEY = /^[\w-]+:[\w.-]*$/

// Names that are the same in every language.
const ALLOWED = new Set(['Temoin'])

/** Finds words that a person would see and that do not come from the locale files. */
export function findSentences(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const found: string[] = []
    visitSyntax(file, (node, around) => {
      const words = wordsOf(node)
      const reason = words === undefined ? shownError(node, around) : reasonAgainst(words, node, around)
      if (reason !== undefined)
        found.push(`${file.path}:${lineOf(file.text, node.start)} ${reason}: ${(words ?? '').trim().slice(0, 60)}`)
    })
    return found
  })
}

function wordsOf(node: SyntaxNode): string | undefined {
  if (node.type === 'JSXText') return text(node['value'])
  if (node.type === 'Literal') return text(node['value'])
  if (node.type === 'TemplateElement') return text((node['value'] as { cooked?: unknown }).cooked)
  return undefined
}

function reasonAgainst(words: string, node: SyntaxNode, around: readonly SyntaxNode[]): string | undefined {
  if (!HAS_WORD.test(words) || ALLOWED.has(words.trim()) || KEY.test(words)) return undefined
  if (node.type === 'JSXText') return 'shows text'
  const place = placeOf(around)
  if (place === 'nowhere') return undefined
  if (place === 'child') return 'shows text'
  if (place === 'attribute') return 'names something with text'
  if (place === 'property')
    return TWO_WORDS.test(words) || CAPITALISED.test(words) ? 'names something with text' : undefined
  return SENTENCE.test(words) ? 'holds a sentence' : undefined
}

/** Errors are for the log: what a person is told about one is a problem of the closed union, in words of the locale files. */
function shownError(node: SyntaxNode, around: readonly SyntaxNode[]): string | undefined {
  if (node.type !== 'MemberExpression' || !isNode(node['property']) || node['property']['name'] !== 'message')
    return undefined
  return placeOf(around) === 'child' ? 'shows the text of an error' : undefined
}

/** Where a value ends up, going outwards from it: through choices and additions, but not through a call. */
function placeOf(around: readonly SyntaxNode[]): 'child' | 'attribute' | 'property' | 'elsewhere' | 'nowhere' {
  let direct = true
  for (const node of around.toReversed()) {
    if (isUnseen(node)) return 'nowhere'
    if (!direct) continue
    if (node.type === 'JSXAttribute') return SEEN.test(attributeName(node)) ? 'attribute' : 'elsewhere'
    if (node.type === 'JSXExpressionContainer') {
      const parent = around[around.indexOf(node) - 1]
      if (parent?.type === 'JSXElement' || parent?.type === 'JSXFragment') return 'child'
    } else if (node.type === 'Property') {
      if (SEEN.test(propertyName(node))) return 'property'
      direct = false
    } else if (!PASSES_ON.has(node.type)) {
      direct = false
    }
  }
  return 'elsewhere'
}

const PASSES_ON = new Set([
  'ConditionalExpression',
  'LogicalExpression',
  'TemplateLiteral',
  'ArrayExpression',
  'TSAsExpression',
])

function isUnseen(node: SyntaxNode): boolean {
  if (node.type === 'ThrowStatement' || node.type === 'ImportDeclaration' || node.type.startsWith('TS'))
    return node.type !== 'TSAsExpression'
  if (node.type === 'JSXAttribute') return UNSEEN_ATTRIBUTES.has(attributeName(node))
  if (node.type === 'NewExpression' && isNode(node['callee']))
    return text(node['callee']['name'])?.endsWith('Error') ?? false
  return node.type === 'CallExpression' && isNode(node['callee']) && /log|warn|debug/i.test(calleeName(node['callee']))
}

function calleeName(callee: SyntaxNode): string {
  const parts = [callee, callee['object'], callee['property']].filter(isNode)
  return parts.map((part) => text(part['name']) ?? '').join('.')
}

function attributeName(node: SyntaxNode): string {
  const name = node['name']
  return isNode(name) ? (text(name['name']) ?? '') : ''
}

function propertyName(node: SyntaxNode): string {
  const key = node['key']
  return isNode(key) ? (text(key['name']) ?? text(key['value']) ?? '') : ''
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
