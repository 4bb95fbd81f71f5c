import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord } from '../../../src/core/search/fold.ts'
import type { Library } from '../../../src/core/search/library.ts'
import { LANGS } from '../../../src/core/model/lang.ts'
import { ask, found, openLibrary, type Story } from './stories.ts'

/** Few enough words for records to share them, with accents, inflections, small words and codes among them. */
const WORDS =
  'école écoles escuela school bénévole bénévoles voluntarias volunteers volunteering agua eau d’eau women’s mujeres ' +
  'femmes la the de organización organisation organised educación santé 2015 30,000 5.2 ODD Téra Potosí œuvre'
const word = fc.constantFrom(...WORDS.split(' '))
const phrase = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(' '))

const version = fc.record({ title: phrase(4), summary: phrase(8), body: phrase(25) })
const story = fc.record({
  lang: fc.constantFrom(...LANGS),
  versions: fc.dictionary(fc.constantFrom(...LANGS), version, { minKeys: 1, maxKeys: 3 }),
  sdgs: fc.subarray(['5', '5.2', '13', '16.7']),
  themes: fc.subarray(['education', 'literacy']),
  countries: fc.subarray(['NER', 'PER']),
  modifiedAt: fc.integer({ min: 0, max: 3 }),
})
const stories = fc
  .array(story, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((entry, at): Story => ({ ...entry, id: `r${at}` })))
const query = phrase(3)

function answers(library: Library, asked: string) {
  const { hits, total, facets, indexed } = library.search(ask(asked))
  return { hits, total, facets, indexed }
}

describe('a library', () => {
  it('answers alike in whatever order records came', () => {
    fc.assert(
      fc.property(
        stories,
        query,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (list, asked, chance) => {
          const order = new Map(list.map(({ id }) => [id, chance.next().value]))
          const shuffled = [...list].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
          expect(answers(openLibrary(shuffled).library, asked)).toEqual(answers(openLibrary(list).library, asked))
        },
      ),
    )
  })

  it('answers after any changes and removals as if it had been filled afresh', () => {
    fc.assert(
      fc.property(stories, stories, fc.array(fc.nat(8)), query, (before, after, gone, asked) => {
        const { library, put } = openLibrary(before)
        library.search(ask('eau'))
        gone.forEach((at) => library.remove(`r${at}`))
        library.step(1)
        after.forEach(put)
        const left = new Map([...before, ...after].map((entry) => [entry.id, entry]))
        for (const at of gone) if (at >= after.length) left.delete(`r${at}`)
        const fresh = openLibrary([...left.values()])
        expect(answers(library, asked)).toEqual(answers(fresh.library, asked))
        expect(found(library, '', { sort: 'title' })).toEqual(found(fresh.library, '', { sort: 'title' }))
      }),
    )
  })

  it('does not care for accents and case in a question', () => {
    fc.assert(
      fc.property(stories, query, (list, asked) => {
        const { library } = openLibrary(list)
        const plain = found(library, asked)
        expect(found(library, asked.toUpperCase())).toEqual(plain)
        expect(found(library, asked.split(' ').map(foldWord).join(' '))).toEqual(plain)
        expect(found(library, asked.normalize('NFD'))).toEqual(plain)
      }),
    )
  })

  it('finds every record by each of its own words', () => {
    fc.assert(
      fc.property(stories, (list) => {
        const { library } = openLibrary(list)
        for (const { id, versions } of list) {
          const title = Object.values(versions)[0]?.title ?? ''
          expect(found(library, title)).toContain(id)
        }
      }),
    )
  })

  it('marks what it found, and only words that are there', () => {
    fc.assert(
      fc.property(stories, query, (list, asked) => {
        for (const { card, why, titleMarks, snippet } of openLibrary(list).library.search(ask(asked)).hits) {
          expect(why.length).toBeGreaterThan(0)
          const title = card.titles.en ?? card.titles[card.lang] ?? Object.values(card.titles)[0] ?? ''
          for (const [start, end] of titleMarks) expect(title.slice(start, end)).toMatch(/^\S(.*\S)?$/u)
          for (const [start, end] of snippet?.marks ?? []) expect(snippet?.text.slice(start, end)).toMatch(/^\S/u)
          expect(snippet?.text.length ?? 0).toBeLessThanOrEqual(203)
        }
      }),
    )
  })

  it('takes any query and any filter', () => {
    const { library } = openLibrary()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(10), (asked, value, offset) => {
        const page = library.search(ask(asked, { filters: { theme: [value], lang: [] }, offset }))
        expect(page.hits.length).toBeLessThanOrEqual(page.total)
      }),
    )
  })
})
