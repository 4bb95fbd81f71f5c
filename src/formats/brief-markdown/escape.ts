/** Text that means nothing but itself inside a line of Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')
}

/** A line that would begin a heading, list, quote, rule or fence is told not to. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#+=:-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}
