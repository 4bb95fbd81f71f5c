import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInConcepts } from '../../../src/core/concepts/built-in.ts'
import { readConcept } from '../../../src/core/concepts/concept.ts'
import { createConceptSet } from '../../../src/core/concepts/concept-set.ts'
import { createExpand } from '../../../src/core/concepts/expand.ts'
import { queryWords } from '../../../src/core/search/query-words.ts'

const expand = createExpand([createConceptSet(builtInConcepts())])

const conceptsIn = (query: string): readonly string[] => expand(queryWords(query)).map(({ concept }) => concept)

function namesFor(query: string, id: string): readonly string[] {
  const expansion = expand(queryWords(query)).find(({ concept }) => concept === id)
  return expansion?.alternatives.map(({ text }) => text) ?? []
}

describe('what words of a query may also be called', () => {
  it('is the same in whichever language they were typed', () => {
    for (const query of ['flood', 'floods', 'inondation', 'INONDATIONS', 'inundación', 'inundaciones']) {
      expect(conceptsIn(query)).toContain('flood')
    }
  })

  it('is told in the other languages, the usual name first', () => {
    const names = namesFor('bénévolat', 'volunteering')
    expect(names).toEqual(expect.arrayContaining(['volunteering', 'voluntariado', 'volontariat']))
    expect(names).not.toContain('bénévolat')
  })

  it('counts for less than the words as they were typed, and for less still as a synonym', () => {
    const [expansion] = expand(queryWords('bénévolat'))
    const weights = new Map(expansion?.alternatives.map(({ text, weight }) => [text, weight]))
    expect(Math.max(...weights.values())).toBeLessThan(14)
    expect(weights.get('voluntariado')).toBeGreaterThan(weights.get('volontariat') ?? 0)
  })

  it('is found without accents', () => {
    expect(conceptsIn('benevolat')).toContain('volunteering')
    expect(conceptsIn('secheresse')).toContain('drought')
  })

  it('goes by the whole expression first, small words in between or not', () => {
    const [expansion] = expand(queryWords('réduction des risques de catastrophe au Pérou'))
    expect(expansion).toMatchObject({ concept: 'disaster-risk-reduction', first: 0, end: 5 })
    expect(namesFor('water, sanitation and hygiene', 'wash')).toContain('agua saneamiento e higiene')
  })

  it('goes by the parts of an expression as well, for less', () => {
    const expansions = expand(queryWords('early warning'))
    expect(expansions.map(({ concept, first, end }) => [concept, first, end])).toContainEqual(['alert', 1, 2])
    const strongest = (id: string): number =>
      Math.max(...(expansions.find(({ concept }) => concept === id)?.alternatives.map(({ weight }) => weight) ?? [0]))
    expect(strongest('early-warning')).toBeGreaterThan(strongest('alert'))
  })

  it('does not take a small word for an abbreviation, nor a negation for its opposite', () => {
    expect(conceptsIn('un puits')).not.toContain('united-nations')
    expect(conceptsIn('UN volunteers')).toContain('united-nations')
    expect(conceptsIn('who came')).not.toContain('world-health-organization')
    expect(namesFor('homeless', 'homeless')).not.toContain('sans-abri')
  })

  it('is one concept for an expression that says a word twice', () => {
    expect(conceptsIn('coopération Sud-Sud')).toContain('south-south-cooperation')
  })

  it('doubts names that mean something else too', () => {
    const concepts = [
      readConcept('bank|~bank|banque|banco'),
      readConcept('riverbank|~bank,riverbank|berge|ribera'),
      readConcept('shore|shore|rive|orilla'),
    ]
    const weights = (query: string) =>
      createExpand([createConceptSet(concepts)])(queryWords(query)).map(
        ({ alternatives }) => alternatives[0]?.weight ?? 0,
      )
    expect(weights('bank')).toHaveLength(2)
    expect(Math.max(...weights('bank'))).toBeLessThan(Math.max(...weights('shore')))
  })

  it('is what another set of concepts adds to one', () => {
    const own = createConceptSet([readConcept('volunteering|barn raising|corvée villageoise|minga comunal')])
    const both = createExpand([createConceptSet(builtInConcepts()), own])
    const namesOf = (query: string) =>
      both(queryWords(query)).flatMap(({ concept, alternatives }) =>
        concept === 'volunteering' ? alternatives.map(({ text }) => text) : [],
      )
    expect(namesOf('corvée villageoise')).toContain('voluntariado')
    expect(createExpand([createConceptSet([]), own])(queryWords('barn raising'))).toHaveLength(1)
  })

  it('is nothing for other words, and never fails', () => {
    expect(expand(queryWords('Zgrzt 5.2'))).toEqual([])
    expect(expand([])).toEqual([])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('santé', 'la', 'de', 'mentale', 'WHO', 'flood', '5.2', '\ud800', 'سلام', '-'), {
          maxLength: 12,
        }),
        (parts) => {
          const words = queryWords(parts.join(' '))
          return expand(words).every(
            ({ first, end, alternatives }) => first < end && end <= words.length && alternatives.length > 0,
          )
        },
      ),
    )
  })
})
