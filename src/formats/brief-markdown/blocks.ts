import type { ComposedBlock, ComposedList, ComposedTable } from '../../core/briefs/composition.ts'
import { escapeLineStart } from './escape.ts'
import { inlinesToMarkdown } from './inlines.ts'

/** Blocks of running text as Markdown. A part's title is level 2, so its headings are 3 and 4. */
export function blocksToMarkdown(blocks: readonly ComposedBlock[]): string {
  return blocks.map(blockToMarkdown).join('\n\n')
}

/** A table of cells that are Markdown already. Markdown wants a head, so a table without one gets an empty one. */
export function tableToMarkdown(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly ('start' | 'end')[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, at) => (aligns[at] === 'end' ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

function blockToMarkdown(block: ComposedBlock): string {
  if (block.kind === 'list') return listToMarkdown(block, '')
  if (block.kind === 'table') return textTableToMarkdown(block)
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 2)} ${inlinesToMarkdown(block.content, ' ')}`
  const lines = paragraphLines(block.content)
  return block.kind === 'quote' ? lines.map((line) => `> ${line}`).join('\n') : lines.join('\n')
}

function paragraphLines(content: Parameters<typeof inlinesToMarkdown>[0]): readonly string[] {
  return inlinesToMarkdown(content).split('\n').map(escapeLineStart)
}

function listToMarkdown({ ordered, items }: ComposedList, indent: string): string {
  return items
    .map(({ content, lists }, at) => {
      const marker = ordered ? `${at + 1}. ` : '- '
      const inner = indent + ' '.repeat(marker.length)
      const text = paragraphLines(content).join(`\n${inner}`)
      return [indent + marker + text, ...lists.map((list) => listToMarkdown(list, inner))].join('\n')
    })
    .join('\n')
}

function textTableToMarkdown({ header, rows }: ComposedTable): string {
  const cells = rows.map((row) => row.map(cellToMarkdown))
  const [first = [], ...rest] = cells
  return header
    ? tableToMarkdown(first, rest)
    : tableToMarkdown(
        first.map(() => ''),
        cells,
      )
}

/** A cell is one line: blocks and breaks become line breaks of HTML, lists their lines. */
function cellToMarkdown(cell: readonly ComposedBlock[]): string {
  return cell.flatMap(cellLines).join('<br>')
}

function cellLines(block: ComposedBlock): readonly string[] {
  if (block.kind === 'table') return block.rows.map((row) => row.map(cellToMarkdown).join(' '))
  if (block.kind === 'list') {
    return block.items.flatMap(({ content, lists }, at) => [
      `${block.ordered ? `${at + 1}.` : '•'} ${inlinesToMarkdown(content, '<br>')}`,
      ...lists.flatMap(cellLines),
    ])
  }
  return [inlinesToMarkdown(block.content, '<br>')]
}
