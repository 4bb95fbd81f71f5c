import type { Nodes, PhrasingContent } from 'mdast'
import type { Inline, Mark } from '../../core/rich-text/document.ts'
import { isSafeUrl } from '../../core/rich-text/url.ts'
import { inlineTag } from './html-text.ts'

/** What a text says elsewhere than where it is used. */
export type Elsewhere = {
  /** The text of each footnote, by its label. */
  readonly notes: ReadonlyMap<string, string>
  /** The address of each link defined apart, by its label. */
  readonly addresses: ReadonlyMap<string, string>
  /** The record of each citation, by its place in the tree. */
  readonly records: ReadonlyMap<Nodes, string>
}

/** Nesting beyond this is read as plain text. */
const DEEPEST = 60

/** Reads the content of a block. */
export function readInlines(
  nodes: readonly PhrasingContent[],
  elsewhere: Elsewhere,
  around: readonly Mark[] = [],
  depth = 0,
): readonly Inline[] {
  // A tag of HTML, such as <u>, holds until it is closed or the content ends.
  const tags: Mark[] = []
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.type !== 'html') return readInline(node, elsewhere, [...around, ...tags], depth + 1)
    const tag = inlineTag(node.value)
    if (!tag) return []
    if (tag.mark === 'break') return [{ kind: 'break' }]
    if (!tag.isEnd) tags.push(tag.mark)
    else if (tags.includes(tag.mark)) tags.splice(tags.lastIndexOf(tag.mark), 1)
    return []
  })
}

function readInline(
  node: PhrasingContent,
  elsewhere: Elsewhere,
  marks: readonly Mark[],
  depth: number,
): readonly Inline[] {
  if (depth > DEEPEST) return words(textOf(node), marks)
  const inner = (nodes: readonly PhrasingContent[], mark?: Mark) =>
    readInlines(nodes, elsewhere, mark ? [...marks, mark] : marks, depth)
  switch (node.type) {
    case 'text':
      return words(node.value.replace(/\n/g, ' '), marks)
    case 'strong':
      return inner(node.children, 'bold')
    case 'emphasis':
      return inner(node.children, 'italic')
    case 'delete':
      return inner(node.children, 'strike')
    case 'inlineCode':
      return words(node.value, [...marks, 'code'])
    case 'break':
      return [{ kind: 'break' }]
    case 'link': {
      const record = elsewhere.records.get(node)
      return record === undefined ? linked(node.url, inner(node.children)) : [{ kind: 'citation', record }]
    }
    case 'linkReference':
      return linked(elsewhere.addresses.get(node.identifier) ?? '', inner(node.children))
    case 'image':
    case 'imageReference':
      return words(node.alt ?? '', marks)
    case 'footnoteReference':
      return [{ kind: 'note', text: elsewhere.notes.get(node.identifier) ?? '' }]
    default:
      return words(textOf(node), marks)
  }
}

function linked(url: string, content: readonly Inline[]): readonly Inline[] {
  return isSafeUrl(url) ? [{ kind: 'link', url, content }] : content
}

function words(text: string, marks: readonly Mark[]): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, marks }]
}

/** All text in a node, however deep: blocks by line. */
export function textOf(node: Nodes): string {
  const parts: string[] = []
  const waiting: (Nodes | string)[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    else if (next.type === 'break') parts.push('\n')
    else if (next.type === 'html') parts.push(inlineTag(next.value)?.mark === 'break' ? '\n' : '')
    else if ('value' in next) parts.push(next.type === 'text' ? next.value.replaceAll('\n', ' ') : next.value)
    else if ('children' in next) {
      const isBlock = next.type === 'paragraph' || next.type === 'heading'
      if (isBlock) waiting.push('\n')
      waiting.push(...next.children.toReversed())
    }
  }
  return parts.join('').replace(/\n$/, '')
}
