import * as Y from 'yjs'
import { ATTRIBUTE } from '../rich-text/shape.ts'
import { UnreadableRichText } from '../rich-text/unreadable.ts'

/**
 * Lists the text that one copy of a rich text loses in a merge although nobody deleted it knowingly: written in `mine`,
 * never seen by `theirs`, and gone once both are together, because the other side meanwhile deleted, split, joined or
 * linked the paragraph it stands in. Texts of notes count too. Run it both ways; show what it finds as contested.
 *
 * @param mine the whole state of one copy before the merge
 * @param theirs the whole state of the other
 * @returns the lost texts in the order they were written; runs of white space alone are left out
 * @throws UnreadableRichText with index 0 or 1 where a state is damaged
 */
export function swallowedText(mine: Uint8Array, theirs: Uint8Array): string[] {
  const before = openKept([mine])
  const after = openKept([mine, theirs])
  const seen = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(theirs))
  const lost: string[] = []
  for (const client of [...before.store.clients.keys()].sort((a, b) => a - b)) {
    lost.push(...lostOf(before.store.clients.get(client) ?? [], seen.get(client) ?? 0, after))
  }
  before.destroy()
  after.destroy()
  return lost.filter((text) => text.trim() !== '')
}

function lostOf(structs: readonly (Y.Item | Y.GC)[], seen: number, after: Y.Doc): readonly string[] {
  const lost: string[] = []
  let end = -1
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    const text = textOf(struct)
    for (let index = 0; index < text.length; index += 1) {
      const clock = struct.id.clock + (struct.content instanceof Y.ContentString ? index : 0)
      if (clock < seen || isAlive(after, struct.id.client, clock)) continue
      // What was typed in one go is one text, even where another copy has cut it into several items.
      const goesOn =
        index > 0 ? end >= clock : struct.origin?.client === struct.id.client && struct.origin.clock === end - 1
      if (goesOn && lost.length > 0) lost[lost.length - 1] += text[index] ?? ''
      else lost.push(text[index] ?? '')
      end = clock + 1
    }
  }
  return lost
}

/** What an item holds that a person wrote: typed characters, or the text of a note. */
export function textOf(item: Y.Item): string {
  if (item.content instanceof Y.ContentString) return item.content.str
  if (item.parentSub !== ATTRIBUTE.text || !(item.content instanceof Y.ContentAny)) return ''
  const [value] = item.content.arr as readonly unknown[]
  return typeof value === 'string' ? value : ''
}

function isAlive(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return false
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item && !struct.deleted
}

/** Opens updates without throwing deleted content away. */
function openKept(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: '', gc: false })
  updates.forEach((update, index) => {
    try {
      Y.decodeUpdate(update)
      Y.applyUpdate(doc, update)
    } catch (cause) {
      throw new UnreadableRichText(index, cause)
    }
  })
  return doc
}
