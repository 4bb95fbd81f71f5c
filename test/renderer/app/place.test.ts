import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parsePlace, usePlace } from '../../../src/renderer/app/place.ts'

const call = vi.fn<(name: string, ask: unknown) => Promise<unknown>>(() => Promise.resolve({ ok: true, value: {} }))
beforeEach(() => {
  call.mockClear()
  vi.stubGlobal('window', { temoin: { call } })
  usePlace.getState().reset({ kind: 'library' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const here = () => usePlace.getState().place

describe('going places', () => {
  test('goes back the way one came, and at last to the library', () => {
    const { go, back } = usePlace.getState()
    go({ kind: 'record', id: 'a' })
    go({ kind: 'brief', id: 'b' })
    back()
    expect(here()).toEqual({ kind: 'record', id: 'a' })
    back()
    back()
    expect(here()).toEqual({ kind: 'library' })
  })

  test('going where one is leaves no step to go back over', () => {
    const { go, back } = usePlace.getState()
    go({ kind: 'merge' })
    go({ kind: 'merge' })
    back()
    expect(here()).toEqual({ kind: 'library' })
  })

  test('after a restart in a record, back is the library', () => {
    usePlace.getState().reset({ kind: 'record', id: 'a' })
    usePlace.getState().back()
    expect(here()).toEqual({ kind: 'library' })
  })

  test('is kept for the next start, but not the welcome', () => {
    usePlace.getState().go({ kind: 'record', id: 'a' })
    expect(call).toHaveBeenLastCalledWith('preferences.set', { place: '{"kind":"record","id":"a"}' })
    call.mockClear()
    usePlace.getState().reset({ kind: 'welcome' })
    expect(call).not.toHaveBeenCalled()
  })

  test.each([
    ['{"kind":"record","id":"a"}', { kind: 'record', id: 'a' }],
    ['{"kind":"brief","id":"b"}', { kind: 'brief', id: 'b' }],
    ['{"kind":"brief"}', { kind: 'brief', id: null }],
    ['{"kind":"merge"}', { kind: 'merge' }],
    ['{"kind":"record"}', { kind: 'library' }],
    ['{"kind":"cellar"}', { kind: 'library' }],
    ['null', { kind: 'library' }],
    ['', { kind: 'library' }],
    ['{"kind":', { kind: 'library' }],
  ])('%s is read as %j', (kept, place) => {
    expect(parsePlace(kept)).toEqual(place)
  })
})
