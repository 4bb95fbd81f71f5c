/** The label at the beginning of an MP3 file: how long it is, and the texts in it. */
export type Id3 = { readonly size: number; readonly texts: readonly string[] }

/** Reads an ID3v2 label; size 0 where there is none. */
export function readId3(bytes: Uint8Array): Id3 {
  if (latin(bytes, 0, 3) !== 'ID3') return { size: 0, texts: [] }
  const size = Math.min(bytes.length, 10 + sevenBits(bytes, 6) + ((bytes[5] ?? 0) & 0x10 ? 10 : 0))
  const texts: string[] = []
  let at = 10
  while (at + 10 <= size && texts.length < 20) {
    const name = latin(bytes, at, 4)
    if (!/^[A-Z0-9]{4}$/.test(name)) break
    const length = bytes[3] === 4 ? sevenBits(bytes, at + 4) : wholeBytes(bytes, at + 4)
    const text = name.startsWith('T') ? decoded(bytes.subarray(at + 10, Math.min(size, at + 10 + length))) : ''
    if (text !== '') texts.push(text)
    at += 10 + length
  }
  return { size, texts }
}

function decoded([encoding = 0, ...rest]: Uint8Array): string {
  const isWide = encoding === 1 || encoding === 2
  const codes = isWide ? pairs(rest) : rest
  return String.fromCharCode(...codes.slice(0, 500))
    .replace(/[\0\uFEFF\uFFFE]+/g, ' ')
    .trim()
}

function pairs(bytes: readonly number[]): readonly number[] {
  const big = bytes[0] === 0xfe
  const codes: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    codes.push(big ? (first << 8) | second : (second << 8) | first)
  }
  return codes
}

function sevenBits(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, step) => (sum << 7) | ((bytes[at + step] ?? 0) & 0x7f), 0)
}

function wholeBytes(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, step) => sum * 256 + (bytes[at + step] ?? 0), 0)
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
