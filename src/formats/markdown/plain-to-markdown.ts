import { escapeText } from './escape-text.ts'
import { isBareText } from './bare-text.ts'

const BULLET = /^\s*[-*•–]\s+/

/**
 * Writes text that means exactly what it says as Markdown: empty lines part paragraphs, line breaks stay, lines that
 * begin with a dash or a dot are bullets, and every other sign stands for itself.
 */
export function plainToMarkdown(text: string): string {
  if (isBareText(text) && !text.includes('\n')) return text
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraphToMarkdown(paragraph.split('\n').filter((line) => line.trim() !== '')))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function paragraphToMarkdown(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const bullet = BULLET.exec(line)
      if (bullet) return `- ${escapeText(line.slice(bullet[0].length).trim(), true)}`
      const next = lines[index + 1]
      const written = escapeText(line.trim(), true)
      if (next === undefined) return written
      // A bullet below begins a list of its own; any other line goes on after a break.
      return BULLET.test(next) ? `${written}\n` : `${written}\\`
    })
    .join('\n')
}
