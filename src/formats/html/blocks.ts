import type { ComposedBlock, ComposedList, ComposedTable, Furniture } from '../../core/briefs/composition.ts'
import { directionOf, inlinesToHtml } from './inlines.ts'

/** Blocks of running text as HTML. A part's title is an h2, so its headings are h3 and h4. */
export function blocksToHtml(blocks: readonly ComposedBlock[], furniture: Furniture): string {
  return blocks.map((block) => blockToHtml(block, furniture)).join('\n')
}

function blockToHtml(block: ComposedBlock, furniture: Furniture): string {
  if (block.kind === 'list') return listToHtml(block, furniture)
  if (block.kind === 'table') return tableToHtml(block, furniture)
  const inner = inlinesToHtml(block.content, furniture)
  const direction = directionOf(block.content)
  if (block.kind === 'heading') return `<h${block.level + 2}${direction}>${inner}</h${block.level + 2}>`
  const paragraph = `<p${direction}>${inner}</p>`
  return block.kind === 'quote' ? `<blockquote>${paragraph}</blockquote>` : paragraph
}

function listToHtml({ ordered, items }: ComposedList, furniture: Furniture): string {
  const tag = ordered ? 'ol' : 'ul'
  const lines = items.map(({ content, lists }) => {
    const nested = lists.map((list) => listToHtml(list, furniture)).join('')
    return `<li${directionOf(content)}>${inlinesToHtml(content, furniture)}${nested}</li>`
  })
  return `<${tag}>${lines.join('')}</${tag}>`
}

function tableToHtml({ header, rows }: ComposedTable, furniture: Furniture): string {
  const row = (cells: ComposedTable['rows'][number], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cellToHtml(cell, furniture)}</${tag.split(' ')[0]}>`).join('')}</tr>`
  const [first, ...rest] = rows
  const body = (header ? rest : rows).map((cells) => row(cells, 'td')).join('')
  const head = header && first ? `<thead>${row(first, 'th scope="col"')}</thead>` : ''
  return `<table class="in-text">${head}<tbody>${body}</tbody></table>`
}

function cellToHtml(cell: readonly ComposedBlock[], furniture: Furniture): string {
  const [only, ...others] = cell
  return only?.kind === 'paragraph' && others.length === 0
    ? inlinesToHtml(only.content, furniture)
    : cell.map((block) => blockToHtml(block, furniture)).join('')
}
