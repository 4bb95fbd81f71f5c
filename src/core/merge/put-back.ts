import * as Y from 'yjs'
import { buildBlock } from '../rich-text/build.ts'
import { updateFrom } from '../rich-text/open-document.ts'
import { rootOf } from '../rich-text/shape.ts'
import { textOf } from './swallowed-text.ts'

/** Where a swallowed text was written: the client and clock of its first character. */
export type Written = { readonly client: number; readonly clock: number }

/**
 * The update that writes a swallowed text anew at the place where it stood: in its paragraph, or as a paragraph of its
 * own where its paragraph is gone, or at the end where nobody knows.
 *
 * @param updates the seed and every readable edit of the field
 */
export function putBack(updates: readonly Uint8Array[], text: string, clientId: number): Uint8Array | null {
  const doc = openKept(updates)
  const lost = findLost(doc, text)
  const update = updateFrom(doc, clientId, () => writeAt(doc, lost, text))
  doc.destroy()
  return update
}

/** Where a swallowed text was written, without putting it back. */
export function whereWritten(updates: readonly Uint8Array[], text: string): Written | undefined {
  const doc = openKept(updates)
  const lost = findLost(doc, text)
  doc.destroy()
  return lost && { client: lost.id.client, clock: lost.id.clock }
}

function openKept(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: '', gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** The deleted item in which the text begins; deleted stretches that were typed in one go count as one. */
function findLost(doc: Y.Doc, text: string): Y.Item | undefined {
  for (const structs of doc.store.clients.values()) {
    let run: { readonly item: Y.Item; readonly start: number }[] = []
    let words = ''
    for (const struct of structs) {
      const part = struct instanceof Y.Item && struct.deleted ? textOf(struct) : ''
      if (part === '' || !(struct instanceof Y.Item)) {
        run = []
        words = ''
        continue
      }
      run.push({ item: struct, start: words.length })
      words += part
      const at = words.indexOf(text)
      if (at >= 0) return run.findLast(({ start }) => start <= at)?.item
    }
  }
  return undefined
}

function writeAt(doc: Y.Doc, lost: Y.Item | undefined, text: string): void {
  const parent = lost?.parent
  if (lost && parent instanceof Y.XmlText && isAlive(parent)) {
    const index = aliveBefore(lost)
    parent.insert(index, spaced(parent.toString(), index, text))
    return
  }
  const root = rootOf(doc)
  const block = lost && blockOf(lost, root)
  const index = block ? aliveBefore(block) : root.length
  root.insert(index, [
    buildBlock({ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: text.trim(), marks: [] }] }),
  ])
}

/** Any shared type, by the item that holds it; a root has none. */
type Type = { readonly _item: Y.Item | null }

function isAlive({ _item: item }: Type): boolean {
  if (item === null) return true
  return !item.deleted && item.parent instanceof Y.AbstractType && isAlive(item.parent)
}

/** The item of the block of the text that an item stands in. */
function blockOf(item: Y.Item, root: Type): Y.Item | undefined {
  const { parent } = item
  if (parent === root) return item
  return parent instanceof Y.AbstractType && parent._item ? blockOf(parent._item, root) : undefined
}

function aliveBefore(item: Y.Item): number {
  let length = 0
  for (let left = item.left; left !== null; left = left.left) if (!left.deleted && left.countable) length += left.length
  return length
}

/** Words that come back do not run into their neighbours. */
function spaced(around: string, index: number, text: string): string {
  const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
  const before = isWord(around[index - 1]) && isWord(text[0]) ? ' ' : ''
  const after = isWord(around[index]) && isWord(text.at(-1)) ? ' ' : ''
  return `${before}${text}${after}`
}
