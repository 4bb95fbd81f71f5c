import type { ComposedInline, ComposedText } from '../../core/briefs/composition.ts'
import { citationText } from '../../core/briefs/inline-text.ts'
import type { Mark } from '../../core/rich-text/document.ts'
import { escapeMarkdown } from './escape.ts'

const DELIMITERS: Readonly<Record<Mark, readonly [string, string]>> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  strike: ['~~', '~~'],
  underline: ['<u>', '</u>'],
  subscript: ['<sub>', '</sub>'],
  superscript: ['<sup>', '</sup>'],
  code: ['`', '`'],
}

/** Inlines as Markdown; `lineEnd` is what a break becomes where they stand. */
export function inlinesToMarkdown(content: readonly ComposedInline[], lineEnd = '\\\n'): string {
  return content.map((inline, at) => inlineToMarkdown(inline, content[at + 1], lineEnd)).join('')
}

function inlineToMarkdown(inline: ComposedInline, next: ComposedInline | undefined, lineEnd: string): string {
  switch (inline.kind) {
    case 'text':
      return textToMarkdown(inline)
    case 'break':
      return lineEnd
    case 'link':
      return `[${inlinesToMarkdown(inline.content, ' ')}](<${inline.url.replace(/[\\<>]/g, '\\$&')}>)`
    case 'note':
      return `[^${inline.number}]`
    case 'citation': {
      const text = citationText(inline.cites)
      // Before a bracket or a colon the number would become a link or a definition.
      return next?.kind === 'text' && /^[[(:]/.test(next.text) ? `\\${text.slice(0, -1)}\\]` : text
    }
    case 'tag':
      return `**(${escapeMarkdown(inline.text)})**`
    case 'strength':
      return '■'.repeat(inline.filled) + '□'.repeat(inline.of - inline.filled)
  }
}

/** Marks hug the words: white space at their edges stays outside, where Markdown wants it. */
function textToMarkdown({ text, marks }: ComposedText): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  const isCode = marks.includes('code')
  const inner = isCode ? codeSpan(words) : escapeMarkdown(words)
  const outer = [...new Set(marks)].filter((mark) => mark !== 'code')
  const marked = outer.reduce((piece, mark) => DELIMITERS[mark][0] + piece + DELIMITERS[mark][1], inner)
  return before + marked + after
}

/** Code with a fence longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fence + pad + text.replace(/\|/g, '\\|') + pad + fence
}
