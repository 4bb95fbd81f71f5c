import type { Block, Inline, Mark, RichDocument, TableBlock, TextBlock } from '../../core/rich-text/document.ts'

/**
 * Writes rich text as Markdown that `markdownToDocument` reads back: lists by indentation, tables with pipes, notes as
 * footnotes at the end, citations as `[@ID]`. Underline and raised or lowered text have no Markdown, and give their text.
 */
export function documentToMarkdown(document: RichDocument): string {
  const notes: string[] = []
  const pieces: string[] = []
  let previous: Block | undefined
  const numbers: number[] = []
  for (const current of document.blocks) {
    const text = current.kind === 'table' ? tableLines(current, notes) : lineOf(current, numbers, notes)
    pieces.push(previous === undefined ? text : `${isListLine(previous) && isListLine(current) ? '\n' : '\n\n'}${text}`)
    previous = current
  }
  const footnotes = notes.map((note, index) => `[^${index + 1}]: ${note}`)
  const body = pieces.join('')
  return footnotes.length === 0 ? `${body}\n` : `${body}\n\n${footnotes.join('\n')}\n`
}

function isListLine(block: Block): boolean {
  return block.kind === 'bullet' || block.kind === 'number'
}

function lineOf(block: TextBlock, numbers: number[], notes: string[]): string {
  const text = inlineText(block.content, notes)
  if (block.kind === 'number') {
    numbers.length = block.indent + 1
    const number = (numbers[block.indent] ?? 0) + 1
    numbers[block.indent] = number
    return `${'    '.repeat(block.indent)}${number}. ${text}`
  }
  numbers.length = block.kind === 'bullet' ? Math.min(numbers.length, block.indent) : 0
  switch (block.kind) {
    case 'bullet':
      return `${'    '.repeat(block.indent)}- ${text}`
    case 'heading-2':
      return `## ${text}`
    case 'heading-3':
      return `### ${text}`
    case 'quote':
      return `> ${text.replace(/\n/g, '\n> ')}`
    default:
      return text
  }
}

function tableLines({ rows }: TableBlock, notes: string[]): string {
  const width = Math.max(1, ...rows.map((row) => row.cells.length))
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => cellText(row.cells[index] ?? [], notes))
    return `| ${cells.join(' | ')} |`
  })
  return [lines[0] ?? '', `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')
}

function cellText(cell: readonly TextBlock[], notes: string[]): string {
  return cell.map((line) => inlineText(line.content, notes).replace(/\s*\n/g, ' ').replace(/\|/g, '\\|')).join(' ')
}

function inlineText(content: readonly Inline[], notes: string[]): string {
  return content.map((inline) => oneInline(inline, notes)).join('')
}

function oneInline(inline: Inline, notes: string[]): string {
  switch (inline.kind) {
    case 'text':
      return marked(inline.text, inline.marks)
    case 'break':
      return '\\\n'
    case 'link':
      return `[${inlineText(inline.content, notes)}](<${inline.url.replace(/[<>\n]/g, encodeURIComponent)}>)`
    case 'note':
      notes.push(escape(inline.text.replace(/\s+/g, ' ')))
      return `[^${notes.length}]`
    case 'citation':
      return `[@${inline.record}]`
  }
}

const SIGNS: Partial<Record<Mark, string>> = { bold: '**', italic: '*', strike: '~~' }

/** Marks must touch the words they mark: spaces at the ends go outside of them. */
function marked(text: string, marks: readonly Mark[]): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  const inner = marks.includes('code') ? codeSpan(words) : escape(words)
  const signs = marks.flatMap((mark) => SIGNS[mark] ?? [])
  return `${before}${signs.join('')}${inner}${[...signs].reverse().join('')}${after}`
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${space}${text}${space}${fence}`
}

function escape(text: string): string {
  return text
    .replace(/([\\`*_[\]<>~|])/g, '\\$1')
    .replace(
      /^(\s*)([-+#>]|\d+[.)])(?=\s|$)/gm,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
}
