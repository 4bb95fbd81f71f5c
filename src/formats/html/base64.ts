const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64, without help from Node or a browser. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    pieces.push(
      ALPHABET.charAt(bits >> 18),
      ALPHABET.charAt((bits >> 12) & 63),
      b === undefined ? '=' : ALPHABET.charAt((bits >> 6) & 63),
      c === undefined ? '=' : ALPHABET.charAt(bits & 63),
    )
  }
  return pieces.join('')
}
