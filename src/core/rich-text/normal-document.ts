import { cleanText } from './clean-text.ts'
import { type Block, type Inline, MARKS, type Mark, type RichDocument, type TextBlock } from './document.ts'
import { MAX_INDENT } from './shape.ts'
import { isSafeUrl } from './url.ts'

/**
 * The one form in which two documents that look the same are equal: neighbouring runs with equal marks joined, marks
 * in order, nothing empty, no link in a link, line ends as breaks, only safe addresses, indents only on list lines.
 * What is read is always in this form; what is written is brought into it first.
 */
export function normalDocument(doc: RichDocument): RichDocument {
  return { blocks: withoutLoneEmpty(normalBlocks(doc.blocks)) }
}

/** The blocks of `normalDocument`, a lone empty one included. */
export function normalBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(normalBlock)
}

function normalBlock(block: Block): readonly Block[] {
  if (block.kind !== 'table') return [normalTextBlock(block)]
  const rows = block.rows
    .map((row) => ({ cells: row.cells.map((cell) => withoutLoneEmpty(cell.map(normalTextBlock))) }))
    .filter((row) => row.cells.length > 0)
  return rows.length === 0 ? [] : [{ kind: 'table', header: block.header, rows }]
}

function normalTextBlock(block: TextBlock): TextBlock {
  const isList = block.kind === 'bullet' || block.kind === 'number'
  const indent = isList ? Math.min(Math.max(0, Math.floor(block.indent) || 0), MAX_INDENT) : 0
  return { kind: block.kind, indent, content: normalInlines(block.content) }
}

/** The inline part of `normalDocument`. */
export function normalInlines(content: readonly Inline[], inLink = false): readonly Inline[] {
  return joined(content.flatMap((inline) => normalInline(inline, inLink)))
}

function normalInline(inline: Inline, inLink: boolean): readonly Inline[] {
  switch (inline.kind) {
    case 'text': {
      const marks = orderedMarks(inline.marks)
      return cleanText(inline.text)
        .split(/(\n)/)
        .filter((part) => part !== '')
        .map((text): Inline => (text === '\n' ? { kind: 'break' } : { kind: 'text', text, marks }))
    }
    case 'link': {
      if (inLink || !isSafeUrl(inline.url)) return inline.content.flatMap((entry) => normalInline(entry, inLink))
      const content = normalInlines(inline.content, true)
      return content.length === 0 ? [] : [{ kind: 'link', url: inline.url, content }]
    }
    case 'note':
      return [{ kind: 'note', text: cleanText(inline.text) }]
    case 'citation': {
      const record = cleanText(inline.record)
      return record === '' ? [] : [{ kind: 'citation', record }]
    }
    case 'break':
      return [{ kind: 'break' }]
  }
}

function orderedMarks(marks: readonly Mark[]): readonly Mark[] {
  return MARKS.filter((mark) => marks.includes(mark))
}

function joined(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of content) {
    const last = result.at(-1)
    if (last?.kind === 'text' && inline.kind === 'text' && last.marks.join() === inline.marks.join()) {
      result[result.length - 1] = { kind: 'text', text: last.text + inline.text, marks: last.marks }
    } else {
      result.push(inline)
    }
  }
  return result
}

/** A place to type in is not yet a paragraph: the only block, plain and empty, counts as none. */
function withoutLoneEmpty<B extends Block>(blocks: readonly B[]): readonly B[] {
  const [only] = blocks
  return blocks.length === 1 && only?.kind === 'paragraph' && only.content.length === 0 ? [] : blocks
}
