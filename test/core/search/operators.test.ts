import { describe, expect, it } from 'vitest'
import { createMeant } from '../../../src/engine/meant-values.ts'
import { ask, found, openLibrary } from './stories.ts'

const meant = createMeant(() => undefined)
const { library } = openLibrary(undefined, { meant })
const all = [...found(library, '')].sort()

function sorted(query: string): readonly string[] {
  return [...found(library, query)].sort()
}

describe('a query with operators', () => {
  it('narrows what its words find, or everything if it has none', () => {
    expect(sorted('country:NER')).toEqual(['niger-ecole'])
    expect(sorted('school country:BGD')).toEqual([])
    expect(sorted('kind:lesson')).toEqual(['leccion-salud', 'lesson-training'])
    expect(sorted('school lang:fr')).toEqual(['niger-ecole'])
    expect(sorted('sdg:5')).toEqual(sorted('SDG 5'))
  })

  it('leaves out what it excludes, in all inflections', () => {
    expect(sorted('-volunteer')).toEqual(all.filter((id) => !sorted('volunteer').includes(id)))
    expect(sorted('-country:NER')).toEqual(all.filter((id) => id !== 'niger-ecole'))
    expect(sorted('-zeppelin')).toEqual(all)
  })

  it('compares the period of a record with dates as exact as both are', () => {
    expect(sorted('from:2021')).toEqual(['innovation-carte', 'lesson-training'])
    expect(sorted('to:2019-08-15')).toContain('niger-ecole')
    expect(sorted('to:2019-07')).not.toContain('niger-ecole')
    expect(sorted('from:2019 to:2021')).toEqual(['lesson-training', 'niger-ecole'])
    expect(sorted('from:2019 to:2021')).not.toContain('who-is-who')
  })

  it('counts the facets of what it narrowed to', () => {
    const { facets, total } = library.search(ask('kind:lesson'))
    expect(total).toBe(2)
    expect(facets.kind).toEqual({ lesson: 2 })
  })
})

describe('a query that means nothing', () => {
  const queries = [
    '',
    ' ',
    '?',
    '.*(+[',
    '\\',
    'the',
    'de la',
    'ا',
    'שלום 5',
    '😀',
    '\ud800',
    '\udc00a',
    '-',
    '""',
    '\0',
  ]

  it('is answered all the same', () => {
    for (const query of [...queries, 'école '.repeat(2_000), 'x'.repeat(10_000), '"a b" '.repeat(2_000)]) {
      const page = library.search(ask(query))
      expect(page.hits.length, query.slice(0, 20)).toBeLessThanOrEqual(page.total)
    }
  })

  it('lists everything where it has no letter', () => {
    for (const query of ['', ' ', '?', '.*(+[', '😀', '-', '""']) expect(sorted(query), query).toEqual(all)
  })
})

describe('a phrase', () => {
  it('stands word by word, but for case and accents', () => {
    expect(sorted('"ecole de Téra"')).toEqual(['niger-ecole'])
    expect(sorted('"school in Téra"')).toEqual(['niger-ecole'])
    expect(sorted('"Téra school"')).toEqual([])
    expect(sorted('"volunteer reopen"')).toEqual([])
  })

  it('may go on while it is typed, and no longer once it is closed', () => {
    expect(sorted('"early warn')).toEqual(['lesson-training'])
    expect(sorted('"early warn"')).toEqual([])
  })

  it('does not reach from one text into the next', () => {
    expect(sorted('"Téra après"')).toEqual([])
  })

  it('can be left out, where its words apart stay', () => {
    expect(sorted('-"early warning"')).toEqual(all.filter((id) => id !== 'lesson-training'))
    expect(sorted('-"warning early"')).toEqual(all)
  })
})

describe('words near each other', () => {
  it('come before the same words apart', () => {
    const apart = 'The river rose. Nobody in the market had a radio, and the village slept through the night.'
    const near = 'Nobody in the market slept. In the village the river radio told them all through the night.'
    const stories = [near, apart].map((body, at) => ({
      id: at === 0 ? 'near' : 'apart',
      lang: 'en' as const,
      versions: { en: { title: 'Warning', body } },
      modifiedAt: at,
    }))
    expect(found(openLibrary(stories).library, 'river radio')).toEqual(['near', 'apart'])
  })
})
