import type { Ports } from '../ports.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

function toText(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < LENGTH; index += 1) text += ALPHABET[(bytes[index] ?? 0) % 32]
  return text
}

/** A fresh id of 16 characters, 80 random bits in Crockford's base 32: never met twice in practice. */
export function newId(ports: Ports): string {
  return toText(ports.randomBytes(LENGTH))
}

/**
 * The id that an imported thing has in every copy of a workspace: two people who import the same source apart from
 * each other get one record after a merge, not two.
 */
export function importedId(ports: Ports, workspace: string, externalId: string): string {
  const hex = ports.sha256(`${workspace}\n${externalId}`)
  const bytes = new Uint8Array(LENGTH)
  for (let index = 0; index < LENGTH; index += 1)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  return toText(bytes)
}
