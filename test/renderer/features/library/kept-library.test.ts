import { afterEach, expect, test, vi } from 'vitest'
import { keepLibrary, parseKept } from '../../../../src/renderer/features/library/kept-library.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test.each([
  ['{"closed":["theme"],"at":12}', { closed: ['theme'], at: 12 }],
  ['{"closed":"theme","at":-1}', { closed: [], at: 0 }],
  ['{"closed":[1,"sdg"],"at":1.5}', { closed: ['sdg'], at: 0 }],
  ['', { closed: [], at: 0 }],
  ['null', { closed: [], at: 0 }],
])('%s is read as %j', (text, kept) => {
  expect(parseKept(text)).toEqual(kept)
})

test('how the library is left is written once things are quiet', () => {
  vi.useFakeTimers()
  const call = vi.fn<() => Promise<unknown>>(() => Promise.resolve({ ok: true, value: null }))
  vi.stubGlobal('window', { temoin: { call } })
  for (let at = 0; at < 20; at += 1) keepLibrary(() => ({ at }))
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(call.mock.calls).toEqual([['preferences.set', { library: '{"closed":[],"at":19}' }]])
})
