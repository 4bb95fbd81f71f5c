import * as Y from 'yjs'
import { clientIdOf } from './client-id.ts'
import { isReadableEdit } from './merge-edits.ts'
import { seedOf } from './seed.ts'
import { rootOf } from './shape.ts'
import { pastOf } from './write-document.ts'

/** Stretches of numbers, by the client that gave them out. */
type Ranges = Y.Snapshot['ds']

/** One edit of a field, and whether it is to be taken back. */
export type TakenBack = { readonly update: Uint8Array; readonly takenBack: boolean }

/**
 * The update that takes back what some edits of a field did, on top of all that was done since: what they wrote
 * goes, as far as it still stands; what they deleted comes back, text that they swallowed without having seen it
 * included. What others wrote or deleted, before or after, stays. Null where nothing is left to take back.
 *
 * The same edits give the same bytes, so that two people who take back the same thing do not bring text back twice.
 *
 * @param edits every edit of the field; those that cannot be read are passed over
 */
export function takeBackEdits(
  subject: string,
  field: string,
  locale: string,
  edits: readonly TakenBack[],
): Uint8Array | null {
  const readable = edits.filter(({ update }) => isReadableEdit(update))
  const group = readable.filter(({ takenBack }) => takenBack).map(({ update }) => update)
  const stay = readable.filter(({ takenBack }) => !takenBack).map(({ update }) => update)
  const others = [seedOf(subject, field, locale), ...stay]
  const doc = openKept([...others, ...group])
  const rest = openKept(others)
  const insertions = without(rangesOf(group), rangesOf(others))
  const deletions = without(deletedIn(doc), { clients: notAlive(rest, doc) })
  const work = { insertions, deletions, meta: new Map<unknown, unknown>() }
  doc.clientID = clientIdOf(
    `take back\n${pastOf(doc)}\n${JSON.stringify([[...insertions.clients], [...deletions.clients]])}`,
  )
  const manager = new Y.UndoManager(rootOf(doc), { deleteFilter: (item) => !holdsOthers(item, insertions) })
  manager.undoStack.push(work)
  let made: Uint8Array | null = null
  doc.on('update', (update: Uint8Array) => {
    made = made ? Y.mergeUpdates([made, update]) : update
  })
  manager.undo()
  doc.destroy()
  rest.destroy()
  return made
}

/** Deleted content is kept, or nothing could come back. */
function openKept(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: '', gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function deletedIn(doc: Y.Doc): Ranges {
  return Y.createDeleteSetFromStructStore(doc.store)
}

/** Whether somebody else's work stands inside of an item: then the item has to stay. */
function holdsOthers({ content }: Y.Item, own: Ranges): boolean {
  if (!(content instanceof Y.ContentType)) return false
  const { _start, _map } = content.type
  for (let item = _start; item !== null; item = item.right) if (isOthers(item, own)) return true
  return [..._map.values()].some((item) => isOthers(item, own))
}

function isOthers(item: Y.Item, own: Ranges): boolean {
  return !item.deleted && (!Y.isDeleted(own, item.id) || holdsOthers(item, own))
}

/** Everything that does not stand in `rest`, so far as `doc` knows it: deleted there, or unknown. */
function notAlive(rest: Y.Doc, doc: Y.Doc): Ranges['clients'] {
  const clients = new Map(deletedIn(rest).clients)
  for (const client of doc.store.clients.keys()) {
    const known = Y.getState(rest.store, client)
    const unknown = { clock: known, len: Y.getState(doc.store, client) - known }
    if (unknown.len > 0) clients.set(client, [...(clients.get(client) ?? []), unknown])
  }
  return clients
}

/** What updates insert. */
function rangesOf(updates: readonly Uint8Array[]): Ranges {
  const found = updates.map((update) => {
    const ranges = Y.createDeleteSet()
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      ranges.clients.set(client, [...(ranges.clients.get(client) ?? []), { clock, len: struct.length }])
    }
    return ranges
  })
  return Y.mergeDeleteSets(found)
}

/** The numbers of `all` that are not in `taken`. */
function without(all: Ranges, taken: Pick<Ranges, 'clients'>): Ranges {
  const left = Y.createDeleteSet()
  for (const [client, ranges] of all.clients) {
    const gone = [...(taken.clients.get(client) ?? [])].sort((a, b) => a.clock - b.clock)
    const kept = ranges.flatMap(({ clock, len }) => {
      const pieces: { clock: number; len: number }[] = []
      let at = clock
      for (const range of gone) {
        if (range.clock + range.len <= at || range.clock >= clock + len) continue
        if (range.clock > at) pieces.push({ clock: at, len: range.clock - at })
        at = range.clock + range.len
      }
      if (at < clock + len) pieces.push({ clock: at, len: clock + len - at })
      return pieces
    })
    if (kept.length > 0) left.clients.set(client, kept)
  }
  return left
}
