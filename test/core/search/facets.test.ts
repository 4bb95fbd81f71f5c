import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/core/model/card.ts'
import { createFacetTable, facetValues } from '../../../src/core/search/facets.ts'
import { FACETS, type Facet, type Filters } from '../../../src/core/search/query.ts'
import { goalOf } from '../../../src/core/taxonomy/sdgs.ts'
import { parentOf } from '../../../src/core/taxonomy/themes.ts'
import { cardOf } from './stories.ts'

const taxonomy = { goalOf, parentOf }
const POSSIBLE: Readonly<Record<Facet, readonly string[]>> = {
  kind: ['case-study', 'lesson', 'brief'],
  sdg: ['5', '5.2', '5.5', '13', '13.1'],
  theme: ['education', 'literacy', 'youth'],
  country: ['NER', 'PER'],
  lang: ['en', 'fr', 'es'],
  state: ['draft', 'validated'],
}

const card: fc.Arbitrary<Card> = fc
  .record({
    kind: fc.constantFrom(...POSSIBLE.kind),
    sdgs: fc.subarray([...POSSIBLE.sdg]),
    themes: fc.subarray([...POSSIBLE.theme]),
    countries: fc.subarray([...POSSIBLE.country]),
    languages: fc.subarray(['en', 'fr', 'es'] as const, { minLength: 1 }),
    state: fc.constantFrom(...POSSIBLE.state),
  })
  .map(({ languages, sdgs, themes, countries, ...rest }) => {
    const base = cardOf({ id: 'r', lang: languages[0] ?? 'en', versions: {}, sdgs, themes, countries })
    return { ...base, ...rest, languages }
  })

const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(FACETS.map((facet) => [facet, fc.subarray([...POSSIBLE[facet]])])),
  { requiredKeys: [] },
)

function passes(values: Readonly<Record<Facet, readonly string[]>>, chosen: Filters, except?: Facet): boolean {
  return FACETS.every((facet) => {
    const wanted = chosen[facet] ?? []
    return facet === except || wanted.length === 0 || wanted.some((value) => values[facet].includes(value))
  })
}

describe('facets', () => {
  it('narrow and count as counting by hand does', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 12 }), filters, (cards, chosen) => {
        const table = createFacetTable(taxonomy)
        cards.forEach((entry, slot) => table.put(slot, entry))
        const all = cards.map((entry) => facetValues(entry, taxonomy))
        const { slots, counts } = table.narrow(all.keys(), chosen)
        expect(slots).toEqual([...all.keys()].filter((slot) => passes(all[slot] as (typeof all)[number], chosen)))
        for (const facet of FACETS) {
          const counted: Record<string, number> = {}
          for (const values of all.filter((entry) => passes(entry, chosen, facet))) {
            for (const value of values[facet]) counted[value] = (counted[value] ?? 0) + 1
          }
          expect(counts[facet]).toEqual(counted)
        }
      }),
    )
  })

  it('do not go round in circles where themes do', () => {
    const circular = { goalOf, parentOf: (theme: string) => (theme === 'a' ? 'b' : 'a') }
    const values = facetValues(cardOf({ id: 'r', lang: 'en', versions: {}, themes: ['a'] }), circular)
    expect(values.theme).toEqual(['a', 'b'])
  })

  it('count a name like any other, also one that objects have', () => {
    const table = createFacetTable(taxonomy)
    table.put(0, cardOf({ id: 'r', lang: 'en', versions: {}, themes: ['constructor', '__proto__'] }))
    const { counts } = table.narrow([0], { theme: ['constructor'] })
    expect(Object.entries(counts.theme)).toEqual([
      ['constructor', 1],
      ['__proto__', 1],
    ])
  })
})
