import { describe, expect, it } from 'vitest'
import type { EventName, Events } from '../../src/ipc/events.ts'
import { fanOut } from '../../src/preload/fan-out.ts'

const PROGRESS = 'index.progress'

/** A source that counts who listens to it. */
function source() {
  const listeners: { readonly name: EventName; readonly hear: (event: never) => void }[] = []
  const listen = <E extends EventName>(name: E, hear: (event: Events[E]) => void) => {
    const listener = { name, hear: hear as (event: never) => void }
    listeners.push(listener)
    return () => void listeners.splice(listeners.indexOf(listener), 1)
  }
  const tell = (indexed: number) => {
    for (const { hear } of listeners) (hear as (event: Events[typeof PROGRESS]) => void)({ indexed })
  }
  return { listeners, listen, tell }
}

describe('the events of a window', () => {
  it('are listened to once, however many hear them, and no longer once nobody does', () => {
    const { listeners, listen, tell } = source()
    const hear = fanOut(listen)
    const heard: number[] = []
    const stops = Array.from({ length: 20 }, (_, at) => hear(PROGRESS, ({ indexed }) => heard.push(at + indexed)))
    expect(listeners).toHaveLength(1)
    tell(100)
    expect(heard).toEqual(Array.from({ length: 20 }, (_, at) => at + 100))
    for (const stop of stops.slice(1)) stop()
    expect(listeners).toHaveLength(1)
    stops[0]?.()
    stops[0]?.()
    expect(listeners).toHaveLength(0)
    hear(PROGRESS, () => undefined)
    expect(listeners).toHaveLength(1)
  })

  it('reach the same function as often as it listens, and no one who stopped', () => {
    const { listen, tell } = source()
    const hear = fanOut(listen)
    let count = 0
    const more = () => (count += 1)
    const stop = hear(PROGRESS, more)
    hear(PROGRESS, more)
    tell(1)
    stop()
    tell(1)
    expect(count).toBe(3)
  })
})
