import { toBase64 } from './base64.ts'

/** A WOFF2 font to embed. `weight` and `unicodeRange` are written as CSS writes them. */
export type BriefFont = {
  readonly family: string
  readonly style: string
  readonly weight: string
  readonly unicodeRange: string
  readonly bytes: Uint8Array
}

/**
 * The `@font-face` rules for a text: a font is embedded only for characters that no earlier font of the same face
 * has, so that plain French does not carry the letters of every other Latin script.
 */
export function fontFaces(fonts: readonly BriefFont[], text: string): string {
  const used = Array.from(new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0)))
  return fonts
    .filter((font, at) => {
      const earlier = fonts.slice(0, at).filter((other) => faceOf(other) === faceOf(font))
      return used.some((code) => hasCharacter(font, code) && !earlier.some((other) => hasCharacter(other, code)))
    })
    .map(
      ({ family, style, weight, unicodeRange, bytes }) =>
        `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${toBase64(bytes)}) format('woff2');unicode-range:${unicodeRange}}`,
    )
    .join('\n')
}

function hasCharacter({ unicodeRange }: BriefFont, code: number): boolean {
  return Array.from(unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)).some(([, from = '', to = from]) => {
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)
  })
}

function faceOf({ family, style, weight }: BriefFont): string {
  return `${family}/${style}/${weight}`
}
