/** How the letters of a text file are kept. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What windows-1252 has where Latin 1 has control characters; the five it leaves open stay what they are. */
const WINDOWS = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ').map((sign, index) => [
    String.fromCharCode(0x80 + index),
    sign,
  ]),
)

/**
 * Finds out how a text is kept, from all of it: by its byte order mark, by the zeros that UTF-16 has, by whether it is
 * UTF-8 throughout. A text in UTF-8 with a few broken places stays one; the places show as U+FFFD.
 */
export function encodingOf(chunks: Iterable<Uint8Array>): Encoding {
  const decoder = new TextDecoder('utf-8')
  let first = true
  let broken = 0
  let wide = 0
  for (const chunk of chunks) {
    if (first) {
      const marked = markOf(chunk) ?? zerosOf(chunk)
      if (marked) return marked
      first = false
    }
    const text = decoder.decode(chunk, { stream: true })
    broken += countOf(text, /\ufffd/g)
    wide += countOf(text, /[\u0080-\ufffc]/g)
  }
  broken += countOf(decoder.decode(), /\ufffd/g)
  return broken === 0 || broken * 10 < wide ? 'utf-8' : 'windows-1252'
}

/** Decodes a text piece by piece, without its byte order mark. */
export function* decoded(chunks: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  if (encoding === 'windows-1252') {
    for (const chunk of chunks) yield fromWindows(chunk)
    return
  }
  const decoder = new TextDecoder(encoding)
  for (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function fromWindows(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS.get(sign) ?? sign)
}

function markOf(chunk: Uint8Array): Encoding | undefined {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return 'utf-8'
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : undefined
}

/** In UTF-16 every second byte of most Latin text is zero. */
function zerosOf(chunk: Uint8Array): Encoding | undefined {
  const length = Math.min(chunk.length, 4_000)
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 1) {
    if (chunk[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd > length / 5 && even < odd / 10) return 'utf-16le'
  return even > length / 5 && odd < even / 10 ? 'utf-16be' : undefined
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}
