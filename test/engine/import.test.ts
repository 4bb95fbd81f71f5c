import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { contestedKeys } from '../../src/core/history/project.ts'
import { type Json, type JsonObject, jsonText } from '../../src/core/model/json.ts'
import { showSubject } from '../../src/engine/answers/show.ts'
import { importJsonLines } from '../../src/engine/import/import-jsonl.ts'
import type { ImportResult } from '../../src/engine/import/import-rows.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { computer, must, newWorkspace, record, title, twoCopies } from '../support/engine.ts'

async function openWorkspace(): Promise<Workspace> {
  return (await newWorkspace(computer({ author: 'Ana' }))).workspace
}

/** Imports lines as they are, or values as a line each. */
function bring(workspace: Workspace, lines: readonly (string | Json)[] | Uint8Array, dryRun = false): ImportResult {
  const bytes =
    lines instanceof Uint8Array
      ? lines
      : Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const work = importJsonLines(workspace, [bytes], { dryRun })
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function codes(result: ImportResult): readonly string[] {
  return result.problems.map(({ where, problem }) => `${where.line} ${problem.code}`)
}

/** The only record with an external id. */
function shown(workspace: Workspace, externalId = 'UNV-2011-001'): JsonObject {
  const card = workspace.store.cards().find((entry) => entry.externalId === externalId)
  const subject = workspace.subject(card?.id ?? '')
  if (!subject) throw new Error(`no record ${externalId}`)
  return showSubject(subject, workspace.store.changesOf(subject.id))
}

const WELLS = {
  id: 'UNV-2011-001',
  kind: 'case-study',
  lang: 'fr',
  title: 'Les comités villageois de l’eau',
  summary: 'Douze comités, tenus par des femmes.',
  body: '## Ce qui a changé\n\nHuit comités **tiennent encore** leurs comptes[^1].\n\n[^1]: Visite de 2012.',
  fields: { context: 'Le puits de Podor était à l’abandon.', results: '- huit puits\n- un registre' },
  sdgs: ['6.1', 'ODD 5'],
  sdgStrength: { '6.1': 'principal' },
  themes: ['governance', 'Comités de l’eau'],
  countries: ['SEN', 'Mali', 'Burquina Faso'.replace('qu', 'k')],
  period: { from: '2011-12', to: '2012' },
  source: { title: 'Rapport', publisher: 'VNU', year: 2011, url: 'https://example.org/r', pages: '4–6' },
  state: 'validated',
  illustrative: true,
  people: [{ name: 'Awa Ndiaye', role: 'volontaire' }],
  organisations: ['Mairie de Podor'],
  volunteers: [{ type: 'community', number: 40, women: 31 }],
  figures: [{ value: 8, unit: 'puits', what: 'puits réparés', date: '2012-03' }],
  places: [{ name: 'Podor', country: 'SEN' }],
  translations: {
    en: {
      title: 'Village water committees',
      summary: 'Twelve committees.',
      body: 'Eight still keep **accounts**.',
      fields: { context: 'The well was abandoned.' },
    },
    es: { title: 'Comités de agua' },
  },
} as const

describe('importing a record with every key', () => {
  it('has each of them in its place', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [WELLS])
    expect(result).toEqual({ imported: 1, updated: 0, unchanged: 0, problems: [] })
    const own = workspace.store.subjects().find(({ kind }) => kind === 'theme')?.subject
    expect(shown(workspace)).toMatchObject({
      kind: 'case-study',
      lang: 'fr',
      externalId: 'UNV-2011-001',
      title: { source: 'fr', values: { fr: WELLS.title, en: 'Village water committees', es: 'Comités de agua' } },
      summary: { source: 'fr', values: { fr: WELLS.summary, en: 'Twelve committees.' } },
      body: { source: 'fr', values: { fr: WELLS.body, en: 'Eight still keep **accounts**.' } },
      context: { source: 'fr', values: { fr: WELLS.fields.context, en: 'The well was abandoned.' } },
      results: { source: 'fr', values: { fr: WELLS.fields.results } },
      sdgs: ['6.1', '5'],
      sdgStrength: { '6.1': 'principal', '5': 'significant' },
      themes: ['governance', own],
      countries: ['SEN', 'MLI', 'BFA'],
      period: WELLS.period,
      source: WELLS.source,
      state: 'validated',
      illustrative: true,
      people: [{ key: 'import-1', name: 'Awa Ndiaye', role: 'volontaire' }],
      organisations: [{ key: 'import-1', name: 'Mairie de Podor' }],
      volunteers: [{ key: 'import-1', type: 'community', number: 40, women: 31 }],
      figures: [{ key: 'import-1', value: 8, unit: 'puits', what: 'puits réparés', date: '2012-03' }],
      places: [{ key: 'import-1', name: 'Podor', country: 'SEN' }],
      extra: null,
      contested: {},
    })
    expect(must(workspace.view(own ?? '')).values['label:fr']?.value).toBe('Comités de l’eau')
  })

  it('takes the language from the text where the line does not say it', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [
      {
        id: 'en',
        title: 'The volunteers kept the wells working',
        body: 'They wrote down who had the keys to each of the pumps.',
      },
      {
        id: 'es',
        title: 'Las brigadas juveniles',
        body: 'Contaron las casas dañadas antes de que llegara la ayuda oficial.',
      },
      { id: 'fr', title: 'Les comités', body: 'Les femmes gardent les clés et tiennent le registre du puits.' },
      { id: '?', title: '2011' },
    ])
    const langs = workspace.store.cards().map((card) => [card.externalId, card.lang])
    expect(new Map(langs as [string, string][])).toEqual(
      new Map([
        ['en', 'en'],
        ['es', 'es'],
        ['fr', 'fr'],
        ['?', 'fr'],
      ]),
    )
  })

  it('needs no more than a title or a body', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [
      { title: 'Podor' },
      { body: 'Le puits.' },
      { summary: '' },
      { title: ' ' },
      {},
      { title: null },
    ])
    expect(result).toMatchObject({ imported: 2 })
    expect(codes(result)).toEqual(['3 empty-record', '4 empty-record', '5 empty-record', '6 empty-record'])
    expect(workspace.store.cards().map((card) => card.kind)).toEqual(['case-study', 'case-study'])
  })

  it('has lists given as one text with commas or semicolons', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [
      { id: 'a', title: 'Podor', sdgs: '5; 13.1', countries: 'Senegal, MLI', themes: 'youth;gouvernance' },
    ])
    expect(shown(workspace, 'a')).toMatchObject({
      sdgs: ['5', '13.1'],
      countries: ['SEN', 'MLI'],
      themes: ['youth', 'governance'],
    })
  })

  it('knows an innovation’s stage and keeps a lesson’s as something it does not know', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [
      { id: 'a', kind: 'innovation', title: 'Registre par SMS', stage: 'pilot' },
      { id: 'b', kind: 'lesson', title: 'Commencer petit', stage: 'pilot' },
    ])
    expect(codes(result)).toEqual(['2 unknown-key'])
    expect(shown(workspace, 'a')['stage']).toBe('pilot')
    expect(shown(workspace, 'b')['extra']).toEqual({ stage: 'pilot' })
  })
})

describe('a line that asks for something wrong', () => {
  it('is reported by its number, and the good lines come in', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [
      { id: 'good', title: 'Podor' },
      '{"id":"torn","title":"Mat',
      'nothing like JSON',
      '["a list"]',
      '"a text"',
      'null',
      '7',
      '',
      '   ',
      { id: 'kind', kind: 'poem', title: 'Podor' },
      { id: 'kind2', kind: 7, title: 'Podor' },
      { id: 'lang', lang: 'wo', title: 'Podor' },
      { id: 'lang2', lang: ['fr'], title: 'Podor' },
      { id: 'title', title: 12, body: 'Podor' },
      { id: 'body', title: 'Podor', body: ['Podor'] },
      { id: 'fields', title: 'Podor', fields: 'Podor' },
      { id: 'section', title: 'Podor', fields: { context: 5 } },
      { id: 'translations', title: 'Podor', translations: ['en'] },
      { id: {}, title: 'Podor' },
      { id: true, title: 'Podor' },
      { id: 'good', title: 'Encore Podor' },
      { id: 'last', title: 'Matam' },
    ])
    expect(result).toMatchObject({ imported: 2, updated: 0, unchanged: 0 })
    expect(codes(result)).toEqual([
      ...['2 broken-line', '3 broken-line', '4 wrong-value', '5 wrong-value', '6 wrong-value', '7 wrong-value'],
      ...[
        '10 unknown-kind',
        '11 unknown-kind',
        '12 unknown-lang',
        '13 unknown-lang',
        '14 wrong-value',
        '15 wrong-value',
      ],
      ...['16 wrong-value', '17 wrong-value', '18 wrong-value', '19 wrong-value', '20 wrong-value', '21 duplicate-id'],
    ])
    expect(new Set(workspace.store.cards().map((card) => card.externalId))).toEqual(new Set(['good', 'last']))
  })

  it('comes in without the parts that are wrong, which are kept and reported', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [
      {
        ...{
          id: 'a',
          lang: 'fr',
          title: 'Podor',
          note: 'de la main d’Awa',
          sdgs: ['6', '99', '5.z', { goal: 1 }, 13],
          countries: ['SEN', 'Atlantis', 4],
        },
        ...{
          state: 'perfect',
          period: '2011',
          source: 'un livre',
          illustrative: 'oui',
          themes: ['youth', 5, null, ' '],
        },
        ...{
          people: [{ role: 'sans nom' }, { name: 'Awa' }],
          figures: { value: 1 },
          volunteers: [{ type: 'robots' }],
          records: ['b'],
        },
        ...{ fields: { context: 'Le puits.', colour: 'bleu' }, translations: { wo: { title: 'Teen' }, en: 'Wells' } },
      },
    ])
    expect(result).toMatchObject({ imported: 1 })
    const { extra, ...rest } = shown(workspace, 'a')
    expect(rest).toMatchObject({
      sdgs: ['6', '13'],
      countries: ['SEN'],
      themes: ['youth'],
      state: null,
      people: [{ name: 'Awa' }],
    })
    expect(extra).toEqual({
      note: 'de la main d’Awa',
      sdgs: ['99', '5.z', { goal: 1 }],
      countries: ['Atlantis', 4],
      themes: [5, null],
      state: ['perfect'],
      period: ['2011'],
      source: ['un livre'],
      illustrative: ['oui'],
      people: [{ key: 'import-1', role: 'sans nom' }],
      figures: { value: 1 },
      volunteers: [{ key: 'import-1', type: 'robots' }],
      records: ['b'],
      colour: 'bleu',
      'translations.wo': { title: 'Teen' },
      'translations.en': 'Wells',
    })
    expect(new Set(result.problems.map(({ problem }) => problem.code))).toEqual(
      new Set(['unknown-key', 'unknown-sdg', 'unknown-country', 'wrong-value', 'unknown-lang']),
    )
    expect(result.problems).toHaveLength(19)
  })

  it('says the same again when the same source is imported again', async () => {
    const workspace = await openWorkspace()
    const line = { id: 'a', title: 'Podor', state: 'perfect', sdgs: ['99'], note: 'de la main d’Awa', people: [{}] }
    const first = bring(workspace, [line])
    const again = bring(workspace, [line])
    expect(again).toEqual({ ...first, imported: 0, unchanged: 1 })
    const kept = shown(workspace, 'a')['extra']
    bring(workspace, [{ ...line, title: 'Matam' }])
    expect(shown(workspace, 'a')['extra']).toEqual(kept)
  })

  it('is refused whole where a text is too long, and leaves nothing of it behind', async () => {
    const workspace = await openWorkspace()
    const before = workspace.store.changeCount()
    const result = bring(workspace, [
      { id: 'a', title: 'P'.repeat(1_001), themes: ['Comités de l’eau'] },
      { id: 'b', title: 'Podor', summary: 'S'.repeat(20_001) },
      { id: 'c', title: 'Podor', body: 'B'.repeat(1_000_001) },
      { id: 'd', title: 'T'.repeat(10_000_000) },
      { id: 'e', title: 'Podor', note: 'N'.repeat(10_000_000) },
    ])
    expect(result).toMatchObject({ imported: 0, updated: 0, unchanged: 0 })
    expect(codes(result)).toEqual([
      '1 text-too-long',
      '2 text-too-long',
      '3 text-too-long',
      '4 line-too-long',
      '5 line-too-long',
    ])
    expect(workspace.store.changeCount()).toBe(before)
  })

  it('is broken where it is nested deeper than anybody means it', async () => {
    const workspace = await openWorkspace()
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
    const result = bring(workspace, [
      `{"id":"a","title":"Podor","note":${deep(100_000)}}`,
      `{"id":"b","title":"Podor","fields":{"extra":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
      `{"id":"c","title":"Podor","sdgs":${deep(2_000)}}`,
      `{"id":"d","title":"Podor","note":${deep(50)}}`,
    ])
    expect(result).toMatchObject({ imported: 1 })
    expect(codes(result)).toEqual(['1 broken-line', '2 broken-line', '3 broken-line', '4 unknown-key'])
  })

  it('cannot reach what every object has from its prototype', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [
      '{"id":"a","title":"Podor","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x"}',
      '{"id":"b","title":"Podor","fields":{"__proto__":{"polluted":true},"extra":{"__proto__":{"polluted":true}}}}',
      '{"id":"__proto__","title":"Podor"}',
      '{"id":"constructor","title":"Podor","kind":"case-study"}',
      '{"id":"c","title":"Podor","kind":"__proto__"}',
      '{"id":"d","title":"Podor","translations":{"__proto__":{"title":"x"}},"sdgStrength":{"__proto__":"x"},"themes":["__proto__"]}',
    ])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(result.imported).toBe(5)
    expect(Object.keys(shown(workspace, 'a')['extra'] as object).sort()).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(JSON.stringify(shown(workspace, 'b')['extra'])).toContain('"__proto__":{"polluted":true}')
    expect(shown(workspace, '__proto__')['externalId']).toBe('__proto__')
  })
})

describe('a source that is not quite JSON Lines', () => {
  it('may begin with a byte order mark and end its lines as Windows does', async () => {
    const workspace = await openWorkspace()
    const text = '\ufeff{"id":"a","title":"Podor"}\r\n\r\n{"id":"b","title":"Matam"}\r\n'
    expect(bring(workspace, Buffer.from(text))).toMatchObject({ imported: 2, problems: [] })
  })

  it('may be empty', async () => {
    const workspace = await openWorkspace()
    expect(bring(workspace, new Uint8Array())).toEqual({ imported: 0, updated: 0, unchanged: 0, problems: [] })
  })

  it('may be in another encoding: the lines that are not UTF-8 are reported', async () => {
    const workspace = await openWorkspace()
    const latin = Buffer.from('{"id":"a","title":"Équipe"}\n{"id":"b","title":"Podor"}', 'latin1')
    const result = bring(workspace, latin)
    expect(codes(result)).toEqual(['1 broken-line'])
    expect(result.imported).toBe(1)
  })

  it('has its lines put together from whatever pieces they are read in', async () => {
    const bytes = Buffer.from(`{"id":"a","title":"Équipe 🌍"}\r\n${JSON.stringify({ id: 'b', title: 'Matam' })}\n`)
    for (const size of [1, 2, 3, 7, 30]) {
      const workspace = await openWorkspace()
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      )
      const work = importJsonLines(workspace, pieces, { dryRun: false })
      expect(work.next().value).toEqual({ imported: 2, updated: 0, unchanged: 0, problems: [] })
      expect(shown(workspace, 'a')['title']).toMatchObject({ values: { fr: 'Équipe 🌍' } })
    }
  })
})

describe('names as people have them', () => {
  it.each([
    ['signs no file name may have', 'Eau / puits \\ clés : "qui" * où ? <ici> | là'],
    ['emoji, also those made of several', '🌍 Podor 👩🏿‍🌾 🇸🇳'],
    ['right to left', 'لجان المياه في بودور'],
    ['two hundred characters', 'é'.repeat(200)],
    ['accents apart from their letters', 'E\u0301quipe'.normalize('NFD')],
    ['a name beginning with the mark of a formula', '=2+5'],
  ])('may have %s', async (_, name) => {
    const workspace = await openWorkspace()
    const line = { id: name, title: name, themes: [name], people: [{ name }] }
    expect(bring(workspace, [line])).toMatchObject({ imported: 1, problems: [] })
    expect(bring(workspace, [line])).toMatchObject({ unchanged: 1 })
    const kept = name.normalize('NFC')
    expect(shown(workspace, kept)).toMatchObject({
      title: { values: { [jsonText(shown(workspace, kept)['lang'])]: kept } },
      people: [{ name: kept }],
    })
    expect(bring(workspace, [{ ...line, id: kept }])).toMatchObject({ unchanged: 1 })
  })

  it('lose control characters and line ends', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [{ id: 'a', lang: 'fr', title: 'Po\u0000dor\u0007\nMatam', summary: 'un\r\ndeux\u0000' }])
    expect(shown(workspace, 'a')).toMatchObject({
      title: { values: { fr: 'Podor Matam' } },
      summary: { values: { fr: 'un\ndeux' } },
    })
  })

  it('make two themes of two names, also where they have no letters', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [{ id: 'a', title: 'Podor', themes: ['🌍', '★', 'Les', 'L’eau', 'l eau'] }])
    expect(shown(workspace, 'a')['themes']).toHaveLength(4)
  })
})

describe('importing a source again', () => {
  it('changes nothing where nothing changed', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [WELLS])
    const before = workspace.store.changeCount()
    expect(bring(workspace, [WELLS])).toEqual({ imported: 0, updated: 0, unchanged: 1, problems: [] })
    expect(workspace.store.changeCount()).toBe(before)
  })

  it('leaves what was edited here, and brings what the source has changed elsewhere', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [WELLS])
    const id = workspace.store.cards()[0]?.id ?? ''
    must(workspace.change(id, [title('Corrigé ici'), { op: 'remove', field: 'sdgs', key: '5' }]))
    must(workspace.change(id, [{ op: 'remove', field: 'figures', key: 'import-1' }]))
    expect(bring(workspace, [WELLS])).toMatchObject({ unchanged: 1 })
    expect(bring(workspace, [{ ...WELLS, summary: 'Huit comités.' }])).toMatchObject({ updated: 1 })
    expect(shown(workspace)).toMatchObject({
      title: { values: { fr: 'Corrigé ici' } },
      summary: { values: { fr: 'Huit comités.' } },
      sdgs: ['6.1'],
      figures: [],
    })
  })

  it('brings each change of the source, also back to what it once was', async () => {
    const workspace = await openWorkspace()
    for (const value of [8, 12, 8]) {
      const sdgStrength = { '6.1': value === 8 ? 'principal' : 'mentioned' }
      const body = `Il y a ${value} puits.`
      bring(workspace, [
        {
          ...WELLS,
          title: `${value} puits`,
          body,
          sdgStrength,
          figures: [{ value, unit: 'puits', what: 'puits réparés' }],
        },
      ])
      expect(shown(workspace)).toMatchObject({
        title: { values: { fr: `${value} puits` } },
        body: { values: { fr: body } },
        figures: [{ key: 'import-1', value }],
        sdgStrength: { '6.1': sdgStrength['6.1'] },
      })
    }
  })

  it('brings a change of what the model has no place for', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [{ id: 'a', title: 'Podor', note: 'un' }])
    expect(bring(workspace, [{ id: 'a', title: 'Podor', note: 'deux' }])).toMatchObject({ updated: 1 })
    expect(shown(workspace, 'a')['extra']).toEqual({ note: 'deux' })
  })

  it('takes nothing away that the source no longer has', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [{ ...WELLS, people: [{ name: 'Awa' }, { name: 'Bineta' }] }])
    bring(workspace, [{ id: WELLS.id, lang: 'fr', title: WELLS.title, people: [{ name: 'Bineta' }] }])
    expect(shown(workspace)).toMatchObject({
      people: [
        { key: 'import-1', name: 'Bineta' },
        { key: 'import-2', name: 'Bineta' },
      ],
      summary: { values: { fr: WELLS.summary } },
      sdgs: ['6.1', '5'],
    })
  })

  it('keeps what is typed here in a paragraph beside the one that the source has changed', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [{ id: 'a', lang: 'fr', title: 'Podor', body: 'Un.\n\nDeux.' }])
    bring(workspace, [{ id: 'a', lang: 'fr', title: 'Podor', body: 'Un.\n\nDeux et demi.' }])
    expect(shown(workspace, 'a')['body']).toMatchObject({ values: { fr: 'Un.\n\nDeux et demi.' } })
    const id = workspace.store.cards()[0]?.id ?? ''
    expect(workspace.store.changesOf(id).filter((change) => change.op === 'edit')).toHaveLength(2)
  })

  it('says one thing where a line says the same thing in two places', async () => {
    const workspace = await openWorkspace()
    const line = {
      ...{ id: 'a', lang: 'fr', title: 'Podor', body: 'Le puits.', fields: { title: 'Autre', body: 'Autre' } },
      translations: { fr: { title: 'Troisième', body: 'Troisième' } },
    }
    const first = bring(workspace, [line])
    expect(codes(first)).toEqual(['1 unknown-key', '1 unknown-key', '1 unknown-key', '1 unknown-key'])
    for (const result of [first, bring(workspace, [line])]) {
      expect(result.problems).toEqual(first.problems)
      expect(shown(workspace, 'a')).toMatchObject({
        title: { values: { fr: 'Podor' } },
        body: { values: { fr: 'Le puits.' } },
      })
    }
    expect(bring(workspace, [line])).toMatchObject({ unchanged: 1 })
  })

  it('means the record that already carries the id, however it came by it', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor'), { op: 'set', field: 'externalId', value: 'UNV-2011-001' }])
    expect(bring(workspace, [WELLS])).toMatchObject({ imported: 0, updated: 1 })
    expect(workspace.store.cards().map((card) => card.id)).toEqual([id])
  })

  it('does not turn a case study into a lesson', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [WELLS])
    expect(codes(bring(workspace, [{ ...WELLS, kind: 'lesson' }]))).toEqual(['1 duplicate-id'])
  })

  it('makes a new record each time of one that has no id', async () => {
    const workspace = await openWorkspace()
    for (let time = 0; time < 2; time += 1) bring(workspace, [{ title: 'Podor' }, { id: '', title: 'Podor' }])
    expect(workspace.store.cards()).toHaveLength(4)
  })
})

describe('a dry run', () => {
  it('counts the same and changes nothing', async () => {
    const workspace = await openWorkspace()
    const lines = [
      WELLS,
      { title: 'Podor', note: 'x' },
      'broken',
      ...Array.from({ length: 600 }, (_, index) => ({
        id: `r${index}`,
        title: `Récit ${index}`,
        themes: ['Comités de l’eau'],
      })),
    ]
    const before = workspace.store.changeCount()
    const dry = bring(workspace, lines, true)
    expect(workspace.store.changeCount()).toBe(before)
    expect(bring(workspace, lines)).toEqual(dry)
    expect(dry.imported).toBe(602)
  })
})

describe('one source imported in two copies', () => {
  it('is one record with one text after they meet', async () => {
    const { ana, luc, meet } = await twoCopies()
    for (const { workspace } of [ana, luc]) bring(workspace, [WELLS])
    await meet()
    for (const { workspace } of [ana, luc]) {
      const cards = workspace.store.cards()
      expect(cards).toHaveLength(1)
      expect(shown(workspace)['body']).toEqual({
        source: 'fr',
        values: { fr: WELLS.body, en: 'Eight still keep **accounts**.' },
      })
      expect(shown(workspace)).toMatchObject({ sdgs: ['6.1', '5'], people: [{ name: 'Awa Ndiaye' }] })
      expect(contestedKeys(workspace.subject(cards[0]?.id ?? '') as never)).toEqual([])
      expect(workspace.store.subjects().filter(({ kind }) => kind === 'theme')).toHaveLength(1)
      expect(bring(workspace, [WELLS])).toMatchObject({ unchanged: 1 })
    }
  })

  it('is one text also after each has imported the next editions of it', async () => {
    const { ana, luc, meet } = await twoCopies()
    for (const body of ['Un.\n\nDeux.', 'Un.\n\nDeux et demi.', 'Zéro.\n\nUn.\n\nTrois.', 'Un.']) {
      for (const { workspace } of [ana, luc]) bring(workspace, [{ ...WELLS, body, title: body.slice(0, 3) }])
      await meet()
      for (const { workspace } of [ana, luc]) {
        expect(shown(workspace)).toMatchObject({
          body: { values: { fr: body } },
          title: { values: { fr: body.slice(0, 3) } },
          contested: {},
        })
      }
    }
  })

  it('shows a correction made in one of them beside what the source says', async () => {
    const { ana, luc, meet } = await twoCopies()
    for (const { workspace } of [ana, luc]) bring(workspace, [WELLS])
    const id = ana.workspace.store.cards()[0]?.id ?? ''
    must(ana.workspace.change(id, [title('Comités de l’eau, Podor')]))
    await meet()
    const open = luc.workspace
      .subject(id)
      ?.values.get('title:fr')
      ?.open.map((entry) => entry.value)
    expect(new Set(open)).toEqual(new Set(['Comités de l’eau, Podor', WELLS.title]))
  })

  it('is one record also where the two have different editions of the source, with both texts to choose from', async () => {
    const { ana, luc, meet } = await twoCopies()
    bring(ana.workspace, [WELLS])
    bring(luc.workspace, [{ ...WELLS, title: 'Comités de l’eau', body: 'Sept comités tiennent.' }])
    await meet()
    const card = ana.workspace.store.cards()[0]
    expect(ana.workspace.store.cards()).toHaveLength(1)
    expect(contestedKeys(ana.workspace.subject(card?.id ?? '') as never)).toEqual(['title:fr'])
    const text = must(ana.workspace.view(card?.id ?? '')).rich['body:fr']?.text
    expect(text).toContain('Sept comités tiennent.')
    expect(text).toContain('Huit comités tiennent encore leurs comptes')
  })
})

describe('undoing an import', () => {
  it('takes back all of it at once, however many records it has', async () => {
    const workspace = await openWorkspace()
    const kept = record(workspace, [title('Podor')])
    bring(
      workspace,
      Array.from({ length: 600 }, (_, index) => ({ id: `r${index}`, title: `Récit ${index}` })),
    )
    must(workspace.undo())
    expect(
      workspace.store
        .cards()
        .filter((card) => !card.deleted)
        .map((card) => card.id),
    ).toEqual([kept])
    must(workspace.redo())
    expect(workspace.store.cards().filter((card) => !card.deleted)).toHaveLength(601)
  })

  it('puts back what it had changed', async () => {
    const workspace = await openWorkspace()
    bring(workspace, [WELLS])
    bring(workspace, [{ ...WELLS, title: 'Nouveau titre' }])
    must(workspace.undo())
    expect(shown(workspace)).toMatchObject({ title: { values: { fr: WELLS.title } } })
  })
})

describe('importing a brief', () => {
  const BRIEF = {
    id: 'BR-1',
    kind: 'brief',
    lang: 'fr',
    title: 'L’eau gardée par les femmes',
    audience: 'Ministère de l’Eau',
    question: 'Qui tient les puits ?',
    messages: '- Les comités tiennent [@UNV-2011-001].',
    narrative: 'Huit comités sur douze [@UNV-2011-001].',
    recommendations: '1. Former les trésorières.',
    records: ['UNV-2011-001'],
    translations: { en: { title: 'Water kept by women', narrative: 'Eight of twelve [@UNV-2011-001].' } },
  }

  it('cites the records by the ids they have in the source', async () => {
    const workspace = await openWorkspace()
    expect(bring(workspace, [BRIEF, WELLS])).toEqual({ imported: 2, updated: 0, unchanged: 0, problems: [] })
    const id = jsonText(shown(workspace)['id'])
    expect(shown(workspace, 'BR-1')).toMatchObject({
      kind: 'brief',
      title: { source: 'fr', values: { fr: BRIEF.title, en: 'Water kept by women' } },
      audience: { values: { fr: BRIEF.audience } },
      question: { values: { fr: BRIEF.question } },
      messages: { values: { fr: `- Les comités tiennent [@${id}].` } },
      narrative: { values: { fr: `Huit comités sur douze [@${id}].`, en: `Eight of twelve [@${id}].` } },
      recommendations: { values: { fr: BRIEF.recommendations } },
      records: [id],
    })
    expect(bring(workspace, [BRIEF, WELLS])).toMatchObject({ unchanged: 2 })
  })

  it('cites a record of this workspace also by the id it has here', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    bring(workspace, [{ ...BRIEF, narrative: `Huit comités [@${id}].`, records: [id] }])
    expect(shown(workspace, 'BR-1')).toMatchObject({
      narrative: { values: { fr: `Huit comités [@${id}].` } },
      records: [id],
    })
  })

  it('keeps what a brief has no place for, and says it once', async () => {
    const workspace = await openWorkspace()
    const result = bring(workspace, [{ ...BRIEF, state: 'draft', sdgs: ['5'], fields: { narrative: 'Autre.' } }])
    expect(codes(result)).toEqual(['1 unknown-key', '1 unknown-key', '1 unknown-key'])
    expect(shown(workspace, 'BR-1')['extra']).toEqual({ state: 'draft', sdgs: ['5'], narrative: 'Autre.' })
  })
})
