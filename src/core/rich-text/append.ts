import * as Y from 'yjs'
import { buildBlock } from './build.ts'
import { clientIdOf } from './client-id.ts'
import type { Block, RichDocument } from './document.ts'
import { normalDocument } from './normal-document.ts'
import { openDocument, updateFrom } from './open-document.ts'
import { documentIn } from './read-document.ts'
import { seedOf } from './seed.ts'
import { rootOf } from './shape.ts'
import { writeDocument } from './write-document.ts'

/** Names one rich field in one language. */
export type RichPlace = { readonly subject: string; readonly field: string; readonly locale: string }

/** Above every number that an editor draws or `clientIdOf` gives: of what stands at one place, the highest comes last. */
const LAST = 2 ** 32

/**
 * The update that puts `doc` under all that a field holds; null where these blocks stand there already.
 *
 * It depends on nothing else that stands in the field: two people who append the same text apart make the same bytes,
 * and after a merge the text is there once, however different their copies were. What was appended and taken away is
 * appended anew.
 *
 * @param state the whole state of the field; undefined where nobody has ever written in it
 */
export function appendDocument(place: RichPlace, state: Uint8Array | undefined, doc: RichDocument): Uint8Array | null {
  const { blocks } = normalDocument(doc)
  if (blocks.length === 0) return null
  const { subject, field, locale } = place
  if (!state) return writeDocument(subject, field, locale, { blocks }, clientIdOf('append'))
  const open = openDocument([state])
  const isThere = holds(documentIn(rootOf(open)).blocks, blocks)
  const update = isThere ? null : updateOnSeed(place, blocks, freshNumber(open, place, blocks))
  open.destroy()
  return update
}

/** The blocks behind the one paragraph that every copy of the field begins with. */
function updateOnSeed({ subject, field, locale }: RichPlace, blocks: readonly Block[], client: number) {
  const seed = openDocument([seedOf(subject, field, locale)])
  const root = rootOf(seed)
  const update = updateFrom(seed, client, () => root.insert(root.length, blocks.map(buildBlock)))
  seed.destroy()
  return update
}

/** The number of this text in this place, or its next one where the field has met it: what was taken back stays so. */
function freshNumber(open: Y.Doc, place: RichPlace, blocks: readonly Block[]): number {
  const known = Y.decodeStateVector(Y.encodeStateVector(open))
  const text = JSON.stringify(['append', place.subject, place.field, place.locale, blocks])
  let time = 0
  while (known.has(numberOf(text, time))) time += 1
  return numberOf(text, time)
}

function numberOf(text: string, time: number): number {
  return LAST + clientIdOf(`${time}\n${text}`)
}

/** Whether blocks stand somewhere in a text, one after the other. */
function holds(present: readonly Block[], wanted: readonly Block[]): boolean {
  const have = present.map((block) => JSON.stringify(block))
  const want = wanted.map((block) => JSON.stringify(block))
  return have.some((_, at) => want.every((block, index) => have[at + index] === block))
}
