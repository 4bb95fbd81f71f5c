import type { EventName, Events } from '../ipc/events.ts'

/** Hears of one kind of event, until what it answers is called. */
export type Listen = <E extends EventName>(name: E, listener: (event: Events[E]) => void) => () => void

type Heard = { readonly listeners: Set<{ readonly hear: (event: never) => void }>; readonly stop: () => void }

/**
 * Listens to the source once for each kind of event, however many listen here: many parts of a window care about the same
 * events, and Electron takes more than ten listeners for a leak.
 */
export function fanOut(source: Listen): Listen {
  const heard = new Map<EventName, Heard>()
  return <E extends EventName>(name: E, listener: (event: Events[E]) => void) => {
    // Two parts may pass the same function; each stops for itself.
    const own = { hear: listener as (event: never) => void }
    const { listeners } = heard.get(name) ?? begin(name)
    listeners.add(own)
    return () => {
      if (!listeners.delete(own) || listeners.size > 0) return
      heard.get(name)?.stop()
      heard.delete(name)
    }
  }

  function begin<E extends EventName>(name: E): Heard {
    const listeners: Heard['listeners'] = new Set()
    const stop = source(name, (event) => {
      for (const { hear } of [...listeners]) hear(event as never)
    })
    const begun = { listeners, stop }
    heard.set(name, begun)
    return begun
  }
}
