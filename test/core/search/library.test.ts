import { describe, expect, it } from 'vitest'
import { ask, cardOf, found, openLibrary, type Story, STORIES } from './stories.ts'

describe('searching', () => {
  const { library } = openLibrary()

  it('finds any inflection of a word, in the language of the record, from any language', () => {
    expect(found(library, 'bénévole')).toEqual(['niger-ecole'])
    expect(found(library, 'volunteer')).toContain('lesson-training')
    expect(found(library, 'organizaciones')).toContain('leccion-salud')
    expect(found(library, 'ecoles')).toEqual(['niger-ecole'])
  })

  it('finds a record through its translations', () => {
    expect(found(library, 'santé communautaire')).toEqual(['leccion-salud'])
    expect(found(library, 'school floods')).toEqual(['niger-ecole'])
  })

  it('follows a word while it is typed, also past its stem', () => {
    for (const word of ['organisation', 'volunteering']) {
      for (let length = 2; length <= word.length; length += 1) {
        expect(found(library, word.slice(0, length)), word.slice(0, length)).toContain('lesson-training')
      }
    }
  })

  it('looks at titles only while one letter is typed', () => {
    expect(found(library, 'c')).toEqual(['innovation-carte', 'leccion-salud'])
  })

  it('asks for all words first, then for most of them', () => {
    expect(found(library, 'school village')).toEqual(['niger-ecole'])
    expect(found(library, 'training rains zeppelin')).toEqual(['lesson-training'])
    expect(found(library, 'zeppelin')).toEqual([])
  })

  it('forgives a small typo in a longer word, and none in a short word or code', () => {
    expect(found(library, 'Ouagadugou')).toEqual(['innovation-carte'])
    expect(found(library, 'cartographei')).toContain('innovation-carte')
    expect(found(library, 'saluq')).toContain('leccion-salud')
    expect(found(library, 'whx')).toEqual([])
    expect(found(library, '5.3')).toEqual([])
  })

  it('finds goals by code and name in each language, with their targets', () => {
    expect([...found(library, 'SDG 5')].sort()).toEqual(['leccion-salud', 'lesson-training'])
    expect([...found(library, 'ODD 5')].sort()).toEqual(['leccion-salud', 'lesson-training'])
    expect(found(library, '5.2')).toEqual(['leccion-salud'])
    expect(found(library, 'ODS 17')).toEqual(['innovation-carte'])
    expect(found(library, 'ODS 1')).toEqual([])
    expect(found(library, 'sdg').length).toBe(STORIES.length)
  })

  it('finds countries by name in each language', () => {
    expect(found(library, 'Bolivie')).toEqual(['leccion-salud'])
    expect(found(library, 'peru')).toEqual(['leccion-salud'])
    expect(found(library, "cote d'ivoire")).toEqual(['who-is-who'])
  })

  it('finds people without bending their names', () => {
    expect(found(library, 'aissata maiga')).toEqual(['niger-ecole'])
  })

  it('answers a question of small words from titles', () => {
    expect(found(library, 'who is who')).toEqual(['who-is-who'])
  })

  it('lets small words help without insisting on them', () => {
    expect(found(library, 'cooperación sur')).toEqual(['leccion-salud'])
    expect(found(library, 'la organización de las promotoras')).toEqual(['leccion-salud'])
  })

  it('puts a title before a summary before a body', () => {
    const place = (part: 'title' | 'summary' | 'body', id: string): Story => ({
      id,
      lang: 'es',
      versions: { es: { title: 'Apuntes', summary: 'Notas del distrito', body: 'Texto', [part]: 'Riego por goteo' } },
    })
    const riego = openLibrary([place('body', 'a'), place('summary', 'b'), place('title', 'c')])
    expect(found(riego.library, 'riego')).toEqual(['c', 'b', 'a'])
  })

  it('says what matched, as it stands, where and in which language', () => {
    const [hit] = library.search(ask('ecole inondation', { lang: 'fr' })).hits
    expect(hit?.why).toEqual([
      { term: 'ecole', matched: 'école', field: 'title', lang: 'fr' },
      { term: 'inondation', matched: 'inondations', field: 'summary', lang: 'fr' },
    ])
    expect(hit?.titleMarks.map(([start, end]) => 'Des bénévoles rouvrent l’école de Téra'.slice(start, end))).toEqual([
      'école',
    ])
    expect(hit?.snippet).toEqual({
      field: 'summary',
      lang: 'fr',
      text: 'Après les inondations, les mères du village ont remis l’école en état en six semaines.',
      marks: [
        [10, 21],
        [56, 61],
      ],
    })
  })

  it('marks the title in the language it is shown in', () => {
    const [hit] = library.search(ask('school', { lang: 'en' })).hits
    expect(hit?.titleMarks).toEqual([[22, 28]])
  })

  it('marks no small words, unless there are no others', () => {
    const typed = (query: string) => library.search(ask(query)).hits[0]?.why.map(({ term }) => term)
    expect(typed('la organización de las promotoras')).toEqual(['organización', 'promotoras'])
    expect(typed('cooperación sur')).toEqual(['cooperación', 'sur'])
    expect(typed('who is who')).toEqual(['who', 'is'])
  })

  it('gives no snippet where only a tag matched, but says which', () => {
    const [hit] = library.search(ask('Burkina')).hits
    expect(hit?.why[0]).toMatchObject({ term: 'Burkina', matched: 'Burkina' })
    const [tagged] = library.search(ask('Bangladesh', { lang: 'fr' })).hits
    expect(tagged?.snippet).toBeNull()
    expect(tagged?.why).toEqual([{ term: 'Bangladesh', matched: 'Bangladesh', field: 'countries', lang: 'fr' }])
  })

  it('lists everything, latest first, where there is no word to look for', () => {
    const all = ['innovation-carte', 'leccion-salud', 'lesson-training', 'who-is-who', 'niger-ecole']
    for (const query of ['', '   ', '?!', '🙂', '\ud800', '.*+?^${}()|[]\\']) expect(found(library, query)).toEqual(all)
  })

  it('stays calm at very long queries', () => {
    expect(found(library, 'bénévoles '.repeat(1_000))).toEqual(['niger-ecole'])
    expect(library.search(ask(Array.from({ length: 2_000 }, (_, at) => `mot${at}`).join(' '))).total).toBe(0)
    expect(found(library, 'x'.repeat(10_000))).toEqual([])
  })
})

describe('sorting and paging', () => {
  const { library } = openLibrary()

  it('sorts titles as the language of the reader does', () => {
    const titles = ['Zèbre', 'école', 'Eau', 'Étang', 'eau 10', 'eau 9']
    const sorted = openLibrary(titles.map((title, at) => ({ id: `${at}`, lang: 'fr', versions: { fr: { title } } })))
    const shown = sorted.library.search(ask('', { sort: 'title', descending: false, lang: 'fr' })).hits
    expect(shown.map(({ card }) => card.titles.fr)).toEqual(['Eau', 'eau 9', 'eau 10', 'école', 'Étang', 'Zèbre'])
  })

  it('sorts by period either way, with what has none at the end', () => {
    const forward = ['leccion-salud', 'niger-ecole', 'lesson-training', 'innovation-carte', 'who-is-who']
    const back = ['innovation-carte', 'lesson-training', 'niger-ecole', 'leccion-salud', 'who-is-who']
    expect(found(library, '', { sort: 'period', descending: false })).toEqual(forward)
    expect(found(library, '', { sort: 'period', descending: true })).toEqual(back)
  })

  it('keeps a chosen order while searching', () => {
    expect(found(library, 'sdg', { sort: 'modified', descending: false })[0]).toBe('niger-ecole')
  })

  it('cuts pages out of one and the same order', () => {
    const whole = found(library, 'sdg')
    const paged = [0, 2, 4].flatMap((offset) => found(library, 'sdg', { offset, limit: 2 }))
    expect(paged).toEqual(whole)
    expect(library.search(ask('sdg', { offset: 4, limit: 2 })).total).toBe(5)
  })

  it('keeps its orders while records come, change and go', () => {
    const { library: changing, put } = openLibrary(STORIES.slice(0, 3))
    expect(found(changing, '', { sort: 'title' }).length).toBe(3)
    STORIES.slice(3).forEach(put)
    put({ ...(STORIES[0] as Story), versions: { en: { title: 'Zebra crossing for the school' } } })
    changing.remove('lesson-training')
    expect(found(changing, '', { sort: 'title', descending: false })).toEqual([
      'innovation-carte',
      'leccion-salud',
      'who-is-who',
      'niger-ecole',
    ])
  })
})

describe('narrowing', () => {
  const { library } = openLibrary()

  it('counts a target for its goal and a theme for its broader theme', () => {
    expect(found(library, '', { filters: { sdg: ['5'] } })).toEqual(['leccion-salud', 'lesson-training'])
    expect(found(library, '', { filters: { sdg: ['5.2'] } })).toEqual(['leccion-salud'])
    expect(found(library, '', { filters: { theme: ['education'] } })).toEqual(['niger-ecole'])
  })

  it('takes any version for the language of a record', () => {
    expect(found(library, '', { filters: { lang: ['fr'] } })).toEqual([
      'innovation-carte',
      'leccion-salud',
      'niger-ecole',
    ])
  })

  it('widens within a facet, narrows between facets, and counts each among what the others leave', () => {
    const page = library.search(ask('', { filters: { kind: ['lesson', 'innovation'], state: ['validated'] } }))
    expect(page.hits.map(({ card }) => card.id)).toEqual(['leccion-salud', 'lesson-training'])
    expect(page.facets.kind).toEqual({ lesson: 2 })
    expect(page.facets.state).toEqual({ draft: 1, validated: 2 })
    expect(page.facets.country).toEqual({ BGD: 1, BOL: 1, PER: 1 })
  })

  it('finds nothing for a value that no record has', () => {
    expect(found(library, '', { filters: { country: ['FRA'] } })).toEqual([])
  })
})

describe('keeping up', () => {
  it('lists, narrows and sorts before anything is indexed, and says how much is', () => {
    const many = Array.from(
      { length: 30 },
      (_, at): Story => ({
        id: `r${at}`,
        lang: 'en',
        versions: { en: { title: `Well number ${at}` } },
        countries: ['UGA'],
      }),
    )
    const { library } = openLibrary(many)
    const page = library.search(ask('', { filters: { country: ['UGA'] } }))
    expect([page.total, page.indexed]).toEqual([30, 0])
    expect(library.search(ask('well')).total).toBe(0)
    while (!library.step(0));
    expect(library.search(ask('well'))).toMatchObject({ total: 30, indexed: 1 })
  })

  it('works in steps no longer than asked for', () => {
    let time = 0
    const { library } = openLibrary([])
    expect(library.step(50)).toBe(true)
    const slow = openSlow(() => (time += 20))
    expect(slow.step(50)).toBe(false)
    expect(slow.search(ask('', { limit: 1 })).indexed).toBeLessThan(0.5)
  })

  it('finds an edit at once, and no longer what it replaced', () => {
    const { library, put } = openLibrary()
    put({ ...(STORIES[4] as Story), versions: { en: { title: 'Beekeepers of Korhogo' } } })
    expect(found(library, 'beekeepers')).toEqual(['who-is-who'])
    expect(found(library, 'mentors')).toEqual([])
  })

  it('leaves deleted records out, and takes them back', () => {
    const { library, put } = openLibrary()
    library.put({ ...cardOf(STORIES[4] as Story), deleted: true })
    expect([library.size(), found(library, 'mentors')]).toEqual([4, []])
    put(STORIES[4] as Story)
    expect(found(library, 'mentors')).toEqual(['who-is-who'])
  })
})

function openSlow(now: () => number) {
  const many = Array.from(
    { length: 30 },
    (_, at): Story => ({ id: `r${at}`, lang: 'en', versions: { en: { title: 'Well' } } }),
  )
  const { library } = openLibrary(many, { now })
  return library
}
