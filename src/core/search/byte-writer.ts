/** Bytes put down one after the other, in an array that grows. */
export type ByteWriter = {
  readonly length: () => number
  readonly byte: (value: number) => void
  /** A whole number from 0 to 2³² − 1, in as few bytes as it needs: seven bits in each, the last below 128. */
  readonly number: (value: number) => void
  /** What was put down so far; a view, until more is. */
  readonly bytes: () => Uint8Array
}

/** Starts with nothing. */
export function createByteWriter(room = 1 << 16): ByteWriter {
  let bytes = new Uint8Array(room)
  let length = 0

  function makeRoom(more: number): void {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more))
    larger.set(bytes)
    bytes = larger
  }

  return {
    length: () => length,
    byte(value) {
      makeRoom(1)
      bytes[length] = value
      length += 1
    },
    number(value) {
      makeRoom(5)
      let rest = value
      while (rest >= 0x80) {
        bytes[length] = (rest & 0x7f) | 0x80
        length += 1
        rest >>>= 7
      }
      bytes[length] = rest
      length += 1
    },
    bytes: () => bytes.subarray(0, length),
  }
}
