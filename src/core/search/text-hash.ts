import type { SearchedText } from './searched-texts.ts'

/** Takes in texts one after the other; equal texts in equal order give equal numbers. Not for secrets. */
export type TextHash = { readonly add: (text: string) => void; readonly value: () => number }

/** Starts a 53-bit hash. */
export function createTextHash(): TextHash {
  let high = 0x9e3779b1
  let low = 0x85ebca6b
  return {
    add(text) {
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        high = Math.imul(high ^ code, 0x01000193)
        low = Math.imul(low ^ code, 0x5bd1e995) + 1
      }
      high = Math.imul(high ^ 0x1ffff ^ text.length, 0x01000193)
    },
    value: () => (high >>> 11) * 0x1_0000_0000 + (low >>> 0),
  }
}

/** What tells whether a record's texts are those that were indexed. */
export function hashTexts(texts: readonly SearchedText[]): number {
  const hash = createTextHash()
  for (const { field, analysedAs, version, weight, text } of texts) {
    hash.add(field)
    hash.add(`${analysedAs} ${version} ${weight}`)
    hash.add(text)
  }
  return hash.value()
}
