import { describe, expect, it } from 'vitest'
import { listSavedSearches } from '../../src/engine/saved-searches.ts'
import { createSearch } from '../../src/engine/search.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { must, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'
import { tickingClock } from '../support/ports.ts'

function saved(workspace: Workspace, asked: unknown): string {
  return must(
    workspace.create('search', 'fr', [
      { op: 'set', field: 'title', locale: 'fr', value: 'Digues du delta' },
      { op: 'set', field: 'asked', value: asked as never },
    ]),
  )
}

function searchesOf(workspace: Workspace) {
  const search = createSearch(workspace, () => 0)
  search.buildWhole()
  return listSavedSearches(workspace, search)
}

describe('a saved search', () => {
  it('goes along with the workspace, and finds what is there now', () => {
    const now = tickingClock()
    const [ana, luis] = [inMemory('Ana', now), inMemory('Luis', now)]
    const id = saved(ana, { query: 'digue', filters: { country: ['SEN'] } })
    expect(searchesOf(ana)).toEqual([
      { id, titles: { fr: 'Digues du delta' }, query: 'digue', filters: { country: ['SEN'] }, total: 0 },
    ])
    record(luis, [title('Une digue à Podor'), { op: 'add', field: 'countries', value: 'SEN' }])
    record(luis, [title('Une digue à Mopti'), { op: 'add', field: 'countries', value: 'MLI' }])
    exchange(ana, luis)
    expect(searchesOf(ana)[0]?.total).toBe(1)
    expect(searchesOf(luis)).toEqual(searchesOf(ana))
  })

  it('is gone when it is deleted, and back when that is taken back', () => {
    const ana = inMemory('Ana', tickingClock())
    const id = saved(ana, { query: 'digue', filters: {} })
    must(ana.remove([id]))
    expect(searchesOf(ana)).toEqual([])
    must(ana.restore([id]))
    expect(searchesOf(ana)).toHaveLength(1)
  })

  it('asks for what it can read, whatever somebody else wrote into it', () => {
    const ana = inMemory('Ana', tickingClock())
    for (const odd of [7, 'x', [], { query: 5, filters: 'no' }, { filters: { sdg: [5, '5'], shape: ['round'] } }])
      saved(ana, odd)
    const asked = searchesOf(ana).map(({ query, filters }) => JSON.stringify([query, filters]))
    expect(asked.toSorted()).toEqual(['["",{"sdg":["5"]}]', ...Array.from({ length: 4 }, () => '["",{}]')])
  })
})
