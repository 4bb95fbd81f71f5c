import * as Y from 'yjs'
import { TEXT_BLOCK_KINDS } from './document.ts'
import { ATTRIBUTE, type Element, getAttribute, NODE, rootOf, STATE_PREFIX } from './shape.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100

/** What an element may hold: attributes with a check of their value, children by name. `#text` stands for text. */
type Rule = { readonly attributes: Readonly<Record<string, Check>>; readonly children: readonly string[] }

const INLINE = ['#text', NODE.lineBreak, NODE.link, NODE.note, NODE.citation]
const RULES: Readonly<Record<string, Rule>> = {
  [NODE.block]: {
    attributes: {
      [ATTRIBUTE.kind]: (value) => TEXT_BLOCK_KINDS.some((kind) => kind === value),
      [ATTRIBUTE.level]: isCount,
    },
    children: INLINE,
  },
  [NODE.link]: { attributes: { [ATTRIBUTE.url]: isText }, children: INLINE.filter((name) => name !== NODE.link) },
  [NODE.note]: { attributes: { [ATTRIBUTE.text]: isText }, children: [] },
  [NODE.citation]: { attributes: { [ATTRIBUTE.record]: isText }, children: [] },
  [NODE.lineBreak]: { attributes: {}, children: [] },
  [NODE.table]: { attributes: {}, children: [NODE.row] },
  [NODE.row]: { attributes: {}, children: [NODE.cell] },
  [NODE.cell]: { attributes: { [ATTRIBUTE.header]: isCount }, children: [NODE.block] },
}

/**
 * Whether the editor of this version can hold a document without losing any of it. Documents from a newer version, or
 * from a hostile file, may hold what it does not know: those are shown (`readDocument`) but not opened for writing.
 */
export function isEditable(doc: Y.Doc): boolean {
  const root = rootOf(doc)
  return (root.toArray() as readonly unknown[]).every((child) => isLawful(child, [NODE.block, NODE.table]))
}

function isLawful(node: unknown, allowed: readonly string[]): boolean {
  if (node instanceof Y.Text) return allowed.includes('#text') && node instanceof Y.XmlText && isLawfulText(node)
  if (!(node instanceof Y.XmlElement) || !allowed.includes(node.nodeName)) return false
  const rule = RULES[node.nodeName]
  return (
    rule !== undefined &&
    attributesOf(node).every(([name, value]) => isLawfulAttribute(rule, name, value)) &&
    (node.toArray() as readonly unknown[]).every((child) => isLawful(child, rule.children))
  )
}

/** Name by name: `getAttributes` builds an object, where a hostile `__proto__` hides. */
function attributesOf(element: Element): readonly (readonly [string, unknown])[] {
  return [...element._map]
    .filter(([, item]) => !item.deleted)
    .map(([name]) => [name, getAttribute(element, name)] as const)
}

function isLawfulAttribute(rule: Rule, name: string, value: unknown): boolean {
  return (
    name.startsWith(STATE_PREFIX) || (Object.hasOwn(rule.attributes, name) && rule.attributes[name]?.(value) === true)
  )
}

type Run = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }

function isLawfulText(text: Y.XmlText): boolean {
  return (text.toDelta() as readonly Run[]).every(
    (run) =>
      typeof run.insert === 'string' &&
      Object.entries(run.attributes ?? {}).every(
        ([name, value]) => name.startsWith(STATE_PREFIX) || name === 'i' || (name === 'p' && isLawfulLook(value)),
      ),
  )
}

function isLawfulLook(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, entry]) => name === '__format' && Number.isInteger(entry))
  )
}
