import { afterEach, expect, test, vi } from 'vitest'
import {
  askLibrary,
  type Asked,
  resetLibrary,
  select,
  useLibrary,
} from '../../../../src/renderer/features/library/library-store.ts'

const ASKED: Asked = { query: '', filters: {}, sort: 'title', descending: false, lang: 'fr', asTyped: false }

afterEach(() => {
  vi.unstubAllGlobals()
  resetLibrary()
})

/** An engine that answers when it is told to, with records of these ids. */
function slowEngine(): (...ids: readonly string[]) => Promise<void> {
  const waiting: ((page: unknown) => void)[] = []
  vi.stubGlobal('window', { temoin: { call: () => new Promise((answer) => waiting.push(answer)) } })
  return async (...ids) => {
    const hits = ids.map((id) => ({ card: { id }, score: 0, why: [], titleMarks: [], snippet: null }))
    waiting.shift()?.({ ok: true, value: { total: ids.length, tookMs: 0, hits, facets: {}, indexed: 1 } })
    await new Promise(setImmediate)
  }
}

test('what is chosen while an answer is on its way stays chosen', async () => {
  const answer = slowEngine()
  void askLibrary(ASKED, 'here')
  await answer('a', 'b', 'c')
  void askLibrary(ASKED, 'here')
  select({ at: 1, anchor: 1, ids: new Set(['b']) })
  await answer('new', 'a', 'b', 'c')
  expect(useLibrary.getState().selection).toEqual({ at: 2, anchor: 2, ids: new Set(['b']) })
})

test('another question begins at the top, with nothing chosen', async () => {
  const answer = slowEngine()
  void askLibrary(ASKED, 'here')
  await answer('a', 'b')
  select({ at: 1, anchor: 1, ids: new Set(['b']) })
  void askLibrary({ ...ASKED, query: 'eau' }, 'top')
  await answer('b')
  expect(useLibrary.getState().selection).toEqual({ at: 0, anchor: 0, ids: new Set() })
})
