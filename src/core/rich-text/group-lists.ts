import type { Block, Inline, TextBlock } from './document.ts'

/** A list as writers need it: its items in order, each with the lists nested in it. */
export type ListGroup = {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

/** One item of a list. */
export type ListItem = { readonly content: readonly Inline[]; readonly lists: readonly ListGroup[] }

/** A block that is no list line, or a list. */
export type Grouped = Exclude<Block, TextBlock> | TextBlock | ListGroup

/**
 * Groups neighbouring list lines into real lists. A line with a deeper indent than the one before it nests one level
 * down, however much deeper it is; where bullets and numbers change at one level, a new list begins.
 */
export function groupLists(blocks: readonly Block[]): readonly Grouped[] {
  const groups: Grouped[] = []
  let lines: TextBlock[] = []
  const flush = () => {
    groups.push(...listsOf(lines))
    lines = []
  }
  for (const block of blocks) {
    if (isListLine(block)) {
      lines.push(block)
    } else {
      flush()
      groups.push(block)
    }
  }
  flush()
  return groups
}

/** Whether a block is a line of a list. */
export function isListLine(block: Block): block is TextBlock {
  return block.kind === 'bullet' || block.kind === 'number'
}

function listsOf(lines: readonly TextBlock[]): readonly ListGroup[] {
  const lists: { kind: 'list'; ordered: boolean; items: ListItem[] }[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    let next = index + 1
    while ((lines[next]?.indent ?? -1) > line.indent) next += 1
    const item = { content: line.content, lists: listsOf(lines.slice(index + 1, next)) }
    const ordered = line.kind === 'number'
    const last = lists.at(-1)
    if (last && last.ordered === ordered) last.items.push(item)
    else lists.push({ kind: 'list', ordered, items: [item] })
    index = next
  }
  return lists
}
