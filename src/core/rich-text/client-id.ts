/**
 * A 32-bit number that the same text gives on every machine, for Yjs client ids that must not be random: the seed of a
 * field, the import of one source. Different texts share a number about once in four thousand million.
 * Source: FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, finished as in MurmurHash3 so that near texts lie far apart.
 */
export function clientIdOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
