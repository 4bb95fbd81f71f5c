import type { Composition, Part } from '../../core/briefs/composition.ts'
import { blocksToMarkdown, tableToMarkdown } from './blocks.ts'
import { escapeLineStart, escapeMarkdown } from './escape.ts'
import { inlinesToMarkdown } from './inlines.ts'

/** Writes a brief as Markdown that reads well as it is: headings, lists, tables, footnotes, references. */
export function briefToMarkdown(composition: Composition): string {
  const { head, parts } = composition
  const sections = [
    `# ${escapeMarkdown(head.title.text)}`,
    `*${escapeMarkdown(head.kicker)}*`,
    ...(head.question.length === 0 ? [] : [quoted(inlinesToMarkdown(head.question))]),
    head.facts
      .map(({ label, content }) => `- **${escapeMarkdown(label)}** — ${inlinesToMarkdown(content, ' ')}`)
      .join('\n'),
    ...head.notices.map((notice) => quoted(escapeMarkdown(notice))),
    ...parts.map(partToMarkdown),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ')
}

function partToMarkdown(part: Part): string {
  const aside = part.kind === 'text' && part.aside !== null ? ` (${escapeMarkdown(part.aside)})` : ''
  // Footnotes carry their own numbers, so a heading above them would stand alone.
  if (part.kind === 'notes') return notesToMarkdown(part)
  return `## ${escapeMarkdown(part.title)}${aside}\n\n${bodyOf(part)}`
}

function notesToMarkdown({ notes }: Extract<Part, { kind: 'notes' }>): string {
  return notes
    .map(({ number, content }) => `[^${number}]: ${escapeLineStart(inlinesToMarkdown(content, ' '))}`)
    .join('\n')
}

function bodyOf(part: Exclude<Part, { kind: 'notes' }>): string {
  switch (part.kind) {
    case 'text':
      return blocksToMarkdown(part.blocks)
    case 'goals':
      return part.goals
        .map(({ code, label, targets }) => {
          const more = targets.length === 0 ? '' : ` (${targets.map(escapeMarkdown).join(', ')})`
          return `- **${escapeMarkdown(code)}** ${escapeMarkdown(label)}${more}`
        })
        .join('\n')
    case 'table': {
      const head = part.columns.map(({ title }) => escapeMarkdown(title))
      const rows = part.rows.map((cells) => cells.map((cell) => inlinesToMarkdown(cell, '<br>')))
      const table = tableToMarkdown(
        head,
        rows,
        part.columns.map(({ align }) => align),
      )
      return [escapeMarkdown(part.caption), table, ...part.foot.map(escapeMarkdown)].join('\n\n')
    }
    case 'references':
      return part.references
        .map(({ number, lines }) => `- [${number}] ${lines.map((line) => inlinesToMarkdown(line)).join('\\\n  ')}`)
        .join('\n')
  }
}
