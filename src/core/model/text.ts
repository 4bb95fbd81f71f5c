/** Control characters that no one types and that break XML, JSON viewers and terminals; tab and newline stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]/g

/** Text as it is stored: Unicode NFC, `\n` line ends, lone surrogates replaced, no control characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC')
}

/** The same on one line: line breaks and tabs become spaces. Spaces at the ends stay, so that typing is not disturbed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t\u2028\u2029]+/g, ' ')
}
