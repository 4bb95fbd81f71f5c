/** What was typed after an `@`, and where the `@` stands. */
export type CitationQuery = { readonly query: string; readonly start: number }

// At the start or after a space, bracket or quotation mark: an @ within a word is a mail address.
const TYPED = /(?:^|[\s([{«‹"“‘'’—–-])@([^\s@][^@\n]{0,59}|)$/u

/** The search that an `@` before the caret asks for, if there is one. */
export function citationQuery(textBeforeCaret: string): CitationQuery | null {
  const match = TYPED.exec(textBeforeCaret)
  if (!match) return null
  const query = match[1] ?? ''
  return { query: query.trim(), start: textBeforeCaret.length - query.length - 1 }
}
