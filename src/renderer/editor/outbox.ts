import * as Y from 'yjs'
import { MERGE_ORIGIN } from './bind-yjs.ts'

/** Collects what is written into a document and hands it on in one piece. */
export type Outbox = {
  /** Hands on at once what has not been handed on yet. */
  readonly flush: () => void
  /** Stops collecting, after a last flush. */
  readonly close: () => void
}

/** The longest time that something typed stays in the window alone. */
const LONGEST_WAIT_MS = 250

/** Watches a document for edits made here and sends them merged, at most a quarter of a second after the first. */
export function openOutbox(doc: Y.Doc, send: (update: Uint8Array) => void): Outbox {
  let waiting: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const [first, ...rest] = waiting
    waiting = []
    if (first) send(rest.length === 0 ? first : Y.mergeUpdates([first, ...rest]))
  }
  const collect = (update: Uint8Array, origin: unknown) => {
    if (origin === MERGE_ORIGIN) return
    waiting.push(update)
    timer ??= setTimeout(flush, LONGEST_WAIT_MS)
  }
  doc.on('update', collect)
  return {
    flush,
    close() {
      flush()
      doc.off('update', collect)
    },
  }
}
