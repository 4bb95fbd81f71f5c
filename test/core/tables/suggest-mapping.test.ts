import { describe, expect, it } from 'vitest'
import { readColumnName } from '../../../src/core/tables/column-name.ts'
import { readMapping, mappingToJson } from '../../../src/core/tables/mapping.ts'
import { suggestMapping } from '../../../src/core/tables/suggest-mapping.ts'
import { type Cell, tableOf } from '../../../src/core/tables/table.ts'

function table(...rows: readonly (readonly Cell[])[]) {
  const made = tableOf({ name: '', rows: () => rows.map((cells, index) => ({ number: index + 1, cells })) })
  if (!made) throw new Error('no table')
  return made
}

describe('the name of a column', () => {
  it.each([
    ['title::Français (fr)', 'title', 'fr'],
    ['title::Spanish', 'title', 'es'],
    ['Titre (FR)', 'Titre', 'fr'],
    ['Título [es]', 'Título', 'es'],
    ['summary_en', 'summary', 'en'],
    ['Résumé (anglais)', 'Résumé', 'en'],
  ])('%s is %s in %s', (written, name, lang) => {
    expect(readColumnName(written)).toEqual({ name, lang })
  })

  it.each(['Budget (USD)', 'les', 'Names', 'fr'])('%s says no language', (written) => {
    expect(readColumnName(written)).toEqual({ name: written })
  })
})

describe('a suggested mapping', () => {
  it('knows columns by their names in three languages', () => {
    const french = table(
      ['N°', 'Intitulé', 'Pays', 'Résultats', 'Date de début', 'Budget'],
      ['1', 'a', 'b', 'c', 'd', 'e'],
    )
    expect(Object.values(suggestMapping(french).columns)).toEqual([
      'extra',
      'title',
      'countries',
      'results',
      'period.from',
      'extra',
    ])
    const spanish = table(['Título', 'País', 'Qué cambió', 'Lo que cambió', 'Año'], ['a', 'b', 'c', 'd', '2011'])
    expect(Object.values(suggestMapping(spanish).columns)).toEqual([
      'title',
      'countries',
      'extra',
      'results',
      'source.year',
    ])
  })

  it('takes a column for an id only where every row has its own', () => {
    expect(suggestMapping(table(['Code', 'Title'], ['A', 'x'], ['A', 'y'])).columns['Code']).toBe('extra')
    expect(suggestMapping(table(['Code', 'Title'], ['A', 'x'], ['B', 'y'])).columns['Code']).toBe('id')
  })

  it('leaves a column called “type” alone whose words are not ours', () => {
    expect(suggestMapping(table(['Record type', 'Title'], ['Leçon', 'x'])).columns['Record type']).toBe('kind')
    expect(suggestMapping(table(['Record type', 'Title'], ['Report', 'x'])).columns['Record type']).toBe('extra')
  })

  it('looks at what the rows hold where names say nothing', () => {
    const story = 'Les femmes du village ont tenu les comptes du puits pendant deux saisons. '.repeat(3)
    const mapping = suggestMapping(
      table(
        ['q1', 'q2', 'q3', 'q4'],
        ['Un puits à Podor', story, 'Sénégal', 'ODD 6'],
        ['Un registre à Matam', story, 'Mali', 'ODD 5, ODD 13'],
      ),
    )
    expect(mapping.columns).toEqual({ q1: 'title', q2: 'body', q3: 'countries', q4: 'sdgs' })
  })

  it('names a form’s answers by what the form itself calls them, and leaves its machinery out', () => {
    const form = table(
      ['start', 'deviceid', 'recit/titre', 'recit/photo', '_id', '_uuid', '_index'],
      ['2024-01-01', 'ee.kobo:1', 'Un puits', 'puits.jpg', 1, '7f3e1a1e-58a6-4bb1-9d1b-0d3a2f5c0a11', 1],
    )
    expect(suggestMapping(form).columns).toEqual({
      start: '-',
      deviceid: '-',
      'recit/titre': 'title',
      'recit/photo': 'files',
      _id: 'extra',
      _uuid: 'id',
      _index: '-',
    })
  })

  it('is read back from the file it is saved in', () => {
    const mapping = suggestMapping(table(['Titre (fr)', 'Title (en)'], ['a', 'b']))
    expect(mapping.columns).toEqual({ 'Titre (fr)': 'title:fr', 'Title (en)': 'title:en' })
    expect(readMapping(mappingToJson(mapping))).toEqual({ ok: true, value: mapping })
  })

  it.each([
    [null, 'wrong-value'],
    [{ columns: { a: 'title:de' } }, 'unknown-field'],
    [{ columns: { a: 'externalId' } }, 'unknown-field'],
    [{ columns: { a: 7 } }, 'unknown-field'],
    [{ columns: {}, kind: 'poem' }, 'unknown-kind'],
    [{ columns: {}, lang: 'de' }, 'unknown-lang'],
    [{ columns: {}, text: 'rtf' }, 'wrong-value'],
  ])('is refused in a file that says %j', (json, code) => {
    expect(readMapping(json)).toMatchObject({ ok: false, problem: { code } })
  })
})
