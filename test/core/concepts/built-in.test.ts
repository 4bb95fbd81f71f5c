import { describe, expect, it } from 'vitest'
import { builtInConcepts, conceptsByDomain } from '../../../src/core/concepts/built-in.ts'
import { namesOf } from '../../../src/core/concepts/concept.ts'
import { LANGS } from '../../../src/core/model/lang.ts'
import { foldWord } from '../../../src/core/search/fold.ts'

const concepts = [...conceptsByDomain().values()].flat()

describe('the concepts that come with the app', () => {
  it('are many, and name volunteering, hazards, sectors and indicators', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(600)
    for (const domain of conceptsByDomain().values()) expect(domain.length).toBeGreaterThan(20)
  })

  it('have ids of their own, in lower case', () => {
    const ids = concepts.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('have a name in every language', () => {
    expect(concepts.filter(({ names }) => LANGS.some((lang) => names[lang].length === 0))).toEqual([])
  })

  it('are kinds of concepts that exist, and never of themselves', () => {
    const byId = new Map(concepts.map((concept) => [concept.id, concept]))
    const isEndless = (id: string): boolean => {
      const line: string[] = []
      for (let next: string | undefined = id; next !== undefined; next = byId.get(next)?.broader) {
        if (line.includes(next)) return true
        line.push(next)
      }
      return false
    }
    expect(concepts.filter(({ broader }) => broader !== undefined && !byId.has(broader))).toEqual([])
    expect(concepts.filter(({ id }) => isEndless(id)).map(({ id }) => id)).toEqual([])
  })

  it('share no name, unless each of them marks it as ambiguous', () => {
    const holders = new Map<string, { readonly id: string; readonly ambiguous: boolean }[]>()
    for (const concept of concepts) {
      for (const [lang, { text, ambiguous }] of namesOf(concept)) {
        const name = `${lang} ${foldWord(text)}`
        holders.set(name, [...(holders.get(name) ?? []), { id: concept.id, ambiguous }])
      }
    }
    const shared = [...holders].filter(([, all]) => all.length > 1 && !all.every(({ ambiguous }) => ambiguous))
    const needless = [...holders].filter(([, all]) => all.length === 1 && all[0]?.ambiguous === true)
    expect([shared, needless]).toEqual([[], []])
  })

  it('are written as people write: no stray spaces, no straight apostrophes', () => {
    const texts = concepts.flatMap(namesOf).map(([, { text }]) => text)
    expect(texts.filter((text) => text !== text.trim() || /['~|]| {2}/.test(text))).toEqual([])
  })

  it('are joined by everyday words that they do not name themselves', () => {
    const all = builtInConcepts()
    expect(all.length).toBeGreaterThan(concepts.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })
})
