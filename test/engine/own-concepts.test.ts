import { describe, expect, it } from 'vitest'
import { createSearch } from '../../src/engine/search.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { must, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'
import { tickingClock } from '../support/ports.ts'

function newConcept(
  workspace: Workspace,
  words: Partial<Record<'en' | 'fr' | 'es', string>>,
  extended?: string,
): string {
  return must(
    workspace.create('concept', 'fr', [
      ...Object.entries(words).map(([locale, value]) => ({ op: 'set', field: 'words', locale, value }) as const),
      ...(extended === undefined ? [] : [{ op: 'set', field: 'extends', value: extended } as const]),
    ]),
  )
}

function finder(workspace: Workspace) {
  const search = createSearch(workspace, () => 0)
  search.buildWhole()
  const find = (query: string) =>
    search.page({ query, filters: {}, sort: 'relevance', descending: true, offset: 0, limit: 10, lang: 'fr' })
  return { search, find }
}

describe('a concept of a workspace', () => {
  it('finds a record by what its writers call the same thing in another language', () => {
    const ana = inMemory('Ana', tickingClock())
    record(ana, [title('Una tanda para las semillas')])
    const { search, find } = finder(ana)
    expect(find('cagnotte').total).toBe(0)
    const id = newConcept(ana, { fr: 'cagnotte', es: 'tanda, junta de ahorro' })
    search.refresh([id])
    const { hits, also } = find('cagnotte')
    expect(hits[0]?.why[0]).toMatchObject({ term: 'cagnotte', matched: 'tanda', concept: id })
    expect(also).toMatchObject([{ concept: id, typed: 'cagnotte' }])
  })

  it('adds names to one that comes with the app', () => {
    const ana = inMemory('Ana', tickingClock())
    record(ana, [title('Le bénévolat après la tempête')])
    newConcept(ana, { fr: 'corvée de quartier' }, 'volunteering')
    expect(finder(ana).find('corvée de quartier').hits[0]?.why[0]).toMatchObject({ concept: 'volunteering' })
  })

  it('goes along with a merge; what two people called it apart counts until somebody chooses', () => {
    const now = tickingClock()
    const [ana, luis] = [inMemory('Ana', now), inMemory('Luis', now)]
    record(ana, [title('La tanda del barrio')])
    const id = newConcept(ana, { es: 'tanda' })
    exchange(ana, luis)
    must(ana.change(id, [{ op: 'set', field: 'words', locale: 'fr', value: 'cagnotte' }]))
    must(luis.change(id, [{ op: 'set', field: 'words', locale: 'fr', value: 'pot commun' }]))
    exchange(ana, luis)
    for (const workspace of [ana, luis]) {
      expect(finder(workspace).find('cagnotte').total).toBe(1)
      expect(finder(workspace).find('pot commun').total).toBe(1)
    }
  })

  it('is forgotten when it is deleted, and does no harm when it is empty', () => {
    const ana = inMemory('Ana', tickingClock())
    record(ana, [title('La tanda del barrio')])
    const { search, find } = finder(ana)
    const id = newConcept(ana, { fr: ' , cagnotte,', es: 'tanda' })
    const empty = newConcept(ana, {})
    search.refresh([id, empty])
    expect(find('cagnotte').total).toBe(1)
    must(ana.remove([id]))
    search.refresh([id])
    expect(find('cagnotte').total).toBe(0)
  })
})
