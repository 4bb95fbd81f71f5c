/**
 * Escapes text so that Markdown reads it as it is.
 *
 * @param isStart whether the text stands at the start of a line, where some signs begin a block
 */
export function escapeText(text: string, isStart: boolean): string {
  const escaped = text
    .replaceAll(/[\\`*[\]<~|]/g, '\\$&')
    .replaceAll(/_/g, (sign, at: number, all: string) =>
      isWordSign(all[at - 1]) && isWordSign(all[at + 1]) ? sign : '\\_',
    )
    .replaceAll(/&(?=#|[a-z])/gi, '\\&')
    .replaceAll(/(^|\s)(#+)/g, (_, space: string, signs: string) => `${space}\\${signs}`)
    // Bare addresses would become links.
    .replaceAll(/(https?|ftp|mailto|xmpp)(?=:)/gi, '$&\\')
    .replaceAll(/(www)(?=\.)/gi, '$&\\')
    .replaceAll(/(?<=[\w.+-])@/g, '\\@')
  return isStart ? escapeStart(escaped) : escaped
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}

/** A dash, a number or a quotation sign at the start of a line would begin a list or a quote. */
function escapeStart(text: string): string {
  return text.replace(/^(\s*)([-+=>:]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  )
}

/** White space that Markdown drops, at the ends of a line and of a cell, written so that it stays. */
export function keepSpace(space: string): string {
  return space.replaceAll(/[ \t]/g, (sign) => (sign === ' ' ? '&#x20;' : '&#x9;'))
}
