import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { openWorkspaceFile } from '../../src/engine/workspace-file.ts'
import { computer, must } from '../support/engine.ts'
import { terminal } from '../support/terminal.ts'

const ID = expect.stringMatching(/^[0-9a-z]{16}$/)
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const STAMP = expect.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{16}$/)
const DIGEST = expect.stringMatching(/^[0-9a-f]{64}$/)

const LINES = [
  {
    ...{
      id: 'UNV-2011-001',
      kind: 'case-study',
      lang: 'fr',
      title: 'Les comités villageois de l’eau',
      summary: 'Douze comités.',
    },
    ...{
      body: 'Huit comités **tiennent** leurs comptes.',
      fields: { context: 'Podor, 2011.', results: 'Huit puits.' },
    },
    ...{ sdgs: ['6.1', '5'], themes: ['governance'], countries: ['SEN'], period: { from: '2011-12', to: '2012' } },
    ...{ source: { title: 'Rapport', publisher: 'VNU', year: 2011, url: 'https://example.org/r', pages: '4–6' } },
    translations: {
      en: { title: 'Village water committees', summary: 'Twelve committees.', body: 'Eight keep accounts.' },
    },
  },
  {
    id: 'UNV-2005-002',
    kind: 'lesson',
    lang: 'es',
    title: 'Brigadas juveniles',
    body: 'Contaron las casas.',
    sdgs: ['13.1'],
    countries: ['GTM'],
  },
  {
    id: 'UNV-2000-003',
    kind: 'innovation',
    lang: 'en',
    title: 'Online volunteers',
    body: 'Translators carried the manual.',
    stage: 'scaled',
  },
]

const ana = terminal()
let path = ''
let count = 0

/** A workspace with three records. */
async function workspace(): Promise<string> {
  count += 1
  const file = ana.path(`Équipe Sahel ${count}.temoin`)
  const source = ana.path(`source ${count}.jsonl`)
  writeFileSync(source, LINES.map((line) => JSON.stringify(line)).join('\n'))
  await ana.json('init', file, '--name', 'Équipe Sahel', '--lang', 'fr')
  await ana.json('import', file, source)
  return file
}

beforeEach(async () => {
  path = await workspace()
})

async function idOf(externalId: string): Promise<string> {
  const { records } = await ana.json<{ records: { id: string; externalId: string }[] }>('list', path)
  return records.find((record) => record.externalId === externalId)?.id ?? ''
}

describe('init', () => {
  it('answers with the id, the name and the language, and overwrites nothing', async () => {
    const file = ana.path('Nouvelle équipe.temoin')
    expect(await ana.json('init', file, '--name', 'Nouvelle\néquipe', '--lang', 'fr')).toEqual({
      workspace: ID,
      name: 'Nouvelle équipe',
      lang: 'fr',
    })
    const before = readFileSync(file)
    expect(await ana.refused('init', file, '--name', 'Autre', '--lang', 'es')).toEqual({
      code: 'file-exists',
      path: file,
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(await ana.json('init', file, '--name', 'Autre', '--lang', 'es', '--force')).toMatchObject({
      name: 'Autre',
      lang: 'es',
    })
  })

  it('puts a workspace in the place of any file, with --force only', async () => {
    const file = ana.path('notes.temoin')
    writeFileSync(file, 'Ceci n’est pas un classeur.')
    expect(await ana.refused('init', file, '--name', 'x')).toMatchObject({ code: 'file-exists' })
    await ana.json('init', file, '--name', 'x', '--force')
    expect(await ana.json('check', file)).toMatchObject({ ok: true })
  })

  it('refuses a language it does not know, and a folder that is not there', async () => {
    expect(await ana.refused('init', ana.path('x.temoin'), '--name', 'x', '--lang', 'wo')).toEqual({
      code: 'unknown-lang',
      lang: 'wo',
    })
    expect(await ana.refused('init', ana.path('nulle part/x.temoin'), '--name', 'x')).toMatchObject({
      code: 'file-missing',
    })
  })
})

describe('import', () => {
  it('answers with counts and what was wrong where; exit 1 only if nothing could be read', async () => {
    const source = ana.path('mixed.jsonl')
    writeFileSync(
      source,
      [
        '{"id":"a","title":"Podor","sdgs":["99"]}',
        'broken',
        '{"id":"UNV-2005-002","kind":"lesson","lang":"es","title":"Brigadas"}',
      ].join('\n'),
    )
    expect(await ana.json('import', path, source)).toEqual({
      imported: 1,
      updated: 1,
      unchanged: 0,
      problems: [
        { where: 'line 1', code: 'unknown-sdg', sdg: '99' },
        { where: 'line 2', code: 'broken-line', line: 2 },
      ],
    })
    writeFileSync(source, 'broken\n{"still":"broken"}\n')
    const ran = await ana.run('import', path, source, '--json')
    expect({ ...ran, out: JSON.parse(ran.out) as unknown }).toEqual({
      code: 1,
      err: '',
      out: {
        imported: 0,
        updated: 0,
        unchanged: 0,
        problems: [
          { where: 'line 1', code: 'broken-line', line: 1 },
          { where: 'line 2', code: 'empty-record' },
        ],
      },
    })
  })

  it('changes nothing in a dry run', async () => {
    const source = ana.path('more.jsonl')
    writeFileSync(source, '{"id":"z","title":"Podor"}')
    const before = readFileSync(path)
    expect(await ana.json('import', path, source, '--dry-run')).toMatchObject({ imported: 1 })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('names the source of a problem where there are several, and imports each or none', async () => {
    const [one, two] = [ana.path('one.jsonl'), ana.path('two.jsonl')]
    writeFileSync(one, '{"id":"z1","title":"Podor"}\n?')
    writeFileSync(two, '{"id":"z2","title":"Matam"}\n?')
    expect(await ana.json('import', path, one, two)).toMatchObject({
      imported: 2,
      problems: [{ where: `${one} line 2` }, { where: `${two} line 2` }],
    })
    writeFileSync(one, '{"id":"z3","title":"Podor"}')
    expect(await ana.refused('import', path, one, ana.path('absent.jsonl'))).toMatchObject({
      code: 'file-missing',
      path: ana.path('absent.jsonl'),
    })
    expect(await ana.json('list', path)).toMatchObject({ total: 5 })
  })

  it('says that an empty source has nothing in it', async () => {
    const source = ana.path('empty.jsonl')
    writeFileSync(source, '')
    const ran = await ana.run('import', path, source)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('Nothing in empty.jsonl could be imported.')
  })

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a text in UTF-16', Buffer.from('\ufeff{"id":"a","title":"Podor"}', 'utf16le')],
  ])('refuses %s', async (_, bytes) => {
    const source = ana.path('source.jsonl')
    writeFileSync(source, bytes)
    expect(await ana.refused('import', path, source)).toEqual({ code: 'not-text', path: source })
  })

  it('refuses formats that it does not know with a problem of their own, and a folder', async () => {
    for (const format of ['pdf', 'odt']) {
      expect(await ana.refused('import', path, ana.path('x'), '--format', format)).toEqual({
        code: 'format-not-available',
        format,
      })
    }
    expect(await ana.refused('import', path, ana.path('rapport.docx'))).toEqual({
      code: 'file-missing',
      path: ana.path('rapport.docx'),
    })
    expect(await ana.refused('import', path, ana.path('.'), '--format', 'jsonl')).toMatchObject({
      code: 'file-unreadable',
      reason: 'EISDIR',
    })
  })

  it('names in the history who imported', async () => {
    const id = await idOf('UNV-2011-001')
    const source = ana.path('again.jsonl')
    writeFileSync(source, JSON.stringify({ ...LINES[0], title: 'Nouveau titre' }))
    await ana.json('import', path, source, '--as', 'Luc Diop')
    const { changes } = await ana.json<{ changes: { author: string; summary: string }[] }>('history', path, id)
    expect(changes.at(-1)).toMatchObject({ author: 'Luc Diop', summary: 'Nouveau titre' })
  })
})

describe('alike', () => {
  it('lists pairs that may be the same, which apply joins or keeps apart', async () => {
    const ops = ana.path('twins.jsonl')
    const again =
      '{"op":"create","kind":"lesson","lang":"es","set":{"title":"Brigadas juveniles de Petén"},"ref":"a"}\n'
    writeFileSync(ops, `${again}${again.replace('"a"', '"b"')}`)
    await ana.json('apply', path, ops)
    const found = await ana.json<{ pairs: { kept: string; other: string }[] }>('alike', path)
    expect(found).toEqual({ pairs: [{ what: 'record', kept: ID, other: ID, because: 'title' }] })
    const { kept, other } = found.pairs[0] ?? { kept: '', other: '' }
    writeFileSync(ops, JSON.stringify({ op: 'apart', id: kept, with: other }))
    expect(await ana.json('apply', path, ops)).toEqual({ applied: 1, ids: {} })
    expect(await ana.json('alike', path)).toEqual({ pairs: [] })
    writeFileSync(ops, JSON.stringify({ op: 'join', id: other, with: kept }))
    expect(await ana.json('apply', path, ops)).toEqual({ applied: 1, ids: {} })
    expect(await ana.json('list', path, '--kind', 'lesson')).toMatchObject({ total: 2 })
    expect(await ana.json('show', path, other)).toMatchObject({ deleted: true, joined: kept })
    expect((await ana.run('alike', path)).out).toContain('0 pairs')
    writeFileSync(ops, JSON.stringify({ op: 'join', id: kept, with: await idOf('UNV-2000-003') }))
    expect(await ana.refused('apply', path, ops)).toMatchObject({ problem: { code: 'not-joinable' } })
  })
})

describe('apply', () => {
  it('answers with how many, and the ids by line', async () => {
    const ops = ana.path('ops.jsonl')
    writeFileSync(
      ops,
      '{"op":"create","kind":"lesson","lang":"es","set":{"title":"Empezar pequeño"},"ref":"a"}\n{"op":"set","id":"@a","field":"title","lang":"en","value":"Start small"}\n',
    )
    expect(await ana.json('apply', path, ops)).toEqual({ applied: 2, ids: { 'line 1': ID } })
    const before = readFileSync(path)
    writeFileSync(
      ops,
      '{"op":"create","kind":"lesson","lang":"es","set":{"title":"x"},"ref":"a"}\n{"op":"set","id":"@b","field":"title","value":"y"}\n',
    )
    expect(await ana.refused('apply', path, ops)).toEqual({
      code: 'line-refused',
      line: 2,
      problem: { code: 'unknown-reference', ref: '@b' },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('reads operations from standard input too', async () => {
    const ran = await ana.runWith('{"op":"create","set":{"title":"Podor"}}', 'apply', path, '-', '--json')
    expect(JSON.parse(ran.out)).toEqual({ applied: 1, ids: { 'line 1': ID } })
  })
})

describe('list', () => {
  it('answers with the total and the records, the latest first', async () => {
    const answer = await ana.json<{ total: number; records: { externalId: string }[] }>('list', path)
    expect(answer.total).toBe(3)
    expect(answer.records.map((record) => record.externalId).sort()).toEqual([
      'UNV-2000-003',
      'UNV-2005-002',
      'UNV-2011-001',
    ])
    expect(answer.records.find((record) => record.externalId === 'UNV-2011-001')).toEqual({
      ...{
        id: ID,
        externalId: 'UNV-2011-001',
        kind: 'case-study',
        title: 'Village water committees',
        lang: 'fr',
        languages: ['fr', 'en'],
      },
      ...{
        sdgs: ['6.1', '5'],
        themes: ['governance'],
        countries: ['SEN'],
        state: 'draft',
        contested: 0,
        modified: TIME,
      },
    })
  })

  it('narrows by kind, goal or target, theme, country, language and state, by codes and by names', async () => {
    const found = async (...options: readonly string[]) => {
      const { records, total } = await ana.json<{ total: number; records: { externalId: string }[] }>(
        'list',
        path,
        ...options,
      )
      expect(total).toBe(records.length)
      return records.map((record) => record.externalId.slice(-3)).sort()
    }
    expect(await found('--kind', 'lesson')).toEqual(['002'])
    expect(await found('--kind', 'lesson,innovation')).toEqual(['002', '003'])
    expect(await found('--sdg', '5,13.1')).toEqual(['001', '002'])
    expect(await found('--sdg', 'SDG 6')).toEqual(['001'])
    expect(await found('--sdg', '6.2')).toEqual([])
    expect(await found('--theme', 'Gouvernance et participation')).toEqual(['001'])
    expect(await found('--country', 'Senegal,Guatemala')).toEqual(['001', '002'])
    expect(await found('--lang', 'en')).toEqual(['001', '003'])
    expect(await found('--state', 'draft')).toEqual(['001', '002', '003'])
    expect(await found('--state', 'archived', '--kind', 'lesson')).toEqual([])
  })

  it('pages', async () => {
    const all = await ana.json<{ records: { id: string }[] }>('list', path)
    const page = await ana.json<{ total: number; records: { id: string }[] }>(
      'list',
      path,
      '--limit',
      '1',
      '--offset',
      '1',
    )
    expect(page).toEqual({ total: 3, records: [all.records[1]] })
    expect(await ana.json('list', path, '--limit', '0')).toEqual({ total: 3, records: [] })
  })

  it('refuses what is in none of its lists, rather than finding nothing', async () => {
    expect(await ana.refused('list', path, '--kind', 'poem')).toEqual({ code: 'unknown-kind', kind: 'poem' })
    expect(await ana.refused('list', path, '--sdg', '5,18')).toEqual({ code: 'unknown-sdg', sdg: '18' })
    expect(await ana.refused('list', path, '--country', 'Atlantis')).toEqual({
      code: 'unknown-country',
      country: 'Atlantis',
    })
    expect(await ana.refused('list', path, '--lang', 'wo')).toEqual({ code: 'unknown-lang', lang: 'wo' })
    expect(await ana.json('list', path, '--theme', 'Astronomie')).toMatchObject({ total: 0 })
  })
})

describe('show', () => {
  it('shows every field, localized ones by language with their source, rich text as Markdown', async () => {
    const id = await idOf('UNV-2011-001')
    expect(await ana.json('show', path, id)).toEqual({
      ...{ id, kind: 'case-study', lang: 'fr', created: TIME, modified: TIME, deleted: false },
      attachments: [],
      title: { source: 'fr', values: { fr: 'Les comités villageois de l’eau', en: 'Village water committees' } },
      summary: { source: 'fr', values: { fr: 'Douze comités.', en: 'Twelve committees.' } },
      context: { source: 'fr', values: { fr: 'Podor, 2011.' } },
      ...Object.fromEntries(
        ['challenge', 'action', 'evidence', 'lessons', 'transfer'].map((field) => [
          field,
          { source: 'fr', values: {} },
        ]),
      ),
      results: { source: 'fr', values: { fr: 'Huit puits.' } },
      body: { source: 'fr', values: { fr: 'Huit comités **tiennent** leurs comptes.', en: 'Eight keep accounts.' } },
      ...{
        state: null,
        sdgs: ['6.1', '5'],
        sdgStrength: { '6.1': 'significant', '5': 'significant' },
        sdgsRejected: [],
        themes: ['governance'],
        themesRejected: [],
        countries: ['SEN'],
      },
      ...{
        places: [],
        period: { from: '2011-12', to: '2012' },
        people: [],
        organisations: [],
        volunteers: [],
        figures: [],
      },
      source: { title: 'Rapport', publisher: 'VNU', year: 2011, url: 'https://example.org/r', pages: '4–6' },
      ...{ illustrative: null, externalId: 'UNV-2011-001', extra: null, contested: {} },
      translations: { title: { en: 'draft' }, summary: { en: 'draft' }, body: { en: 'draft' } },
    })
    expect(await ana.json('show', path, 'UNV-2011-001', '--lang', 'en')).toMatchObject({
      title: { source: 'fr', values: { en: 'Village water committees' } },
      context: { source: 'fr', values: {} },
    })
    expect(await ana.refused('show', path, id, '--lang', 'wo')).toEqual({ code: 'unknown-lang', lang: 'wo' })
    expect(await ana.refused('show', path, 'nobodyknowsthis1')).toEqual({
      code: 'unknown-record',
      id: 'nobodyknowsthis1',
    })
  })

  it('shows every open value of a contested field with its author and time', async () => {
    const luc = terminal({ author: 'Luc' })
    const copy = ana.path('copie.temoin')
    writeFileSync(copy, readFileSync(path))
    const id = await idOf('UNV-2011-001')
    const set = (value: string) =>
      `{"op":"set","id":"${id}","field":"title","lang":"fr","value":"${value}"}\n{"op":"add","id":"${id}","field":"figures","value":{"key":"wells","value":${value.length}}}`
    await ana.runWith(set('Podor'), 'apply', path, '-')
    await luc.runWith(set('Matam et Kaédi'), 'apply', copy, '-')
    await ana.json('merge', path, copy)
    const { contested } = await ana.json<{ contested: Record<string, unknown[]> }>('show', path, id)
    expect(contested).toEqual({
      'title:fr': expect.arrayContaining([
        { value: 'Podor', author: 'Ana', at: TIME, change: STAMP },
        { value: 'Matam et Kaédi', author: 'Luc', at: TIME, change: STAMP },
      ]) as unknown,
      figures: expect.arrayContaining([
        { value: { key: 'wells', value: 5 }, author: 'Ana', at: TIME, change: STAMP },
        { value: { key: 'wells', value: 14 }, author: 'Luc', at: TIME, change: STAMP },
      ]) as unknown,
    })
  })
})

describe('history', () => {
  it('lists what was done, oldest first, each with who, when, what and a few words', async () => {
    const id = await idOf('UNV-2005-002')
    await ana.runWith(
      `{"op":"insert-text","id":"${id}","field":"body","lang":"es","at":0,"text":"En Petén: "}\n{"op":"remove","id":"${id}","field":"sdgs","value":"13.1"}\n{"op":"delete","id":"${id}"}`,
      ...['apply', path, '-', '--as', 'Luc'],
    )
    const { changes } = await ana.json<{
      changes: { id: string; field: string; op: string; author: string; locale: string; summary: string }[]
    }>('history', path, id)
    expect(changes[0]).toEqual({
      id: STAMP,
      at: TIME,
      author: 'Ana',
      field: 'lifecycle',
      locale: '',
      op: 'set',
      summary: 'active',
    })
    expect(changes.map((change) => change.id)).toEqual(changes.map((change) => change.id).sort())
    expect(
      changes.slice(-3).map(({ author, field, locale, op, summary }) => [author, field, locale, op, summary]),
    ).toEqual([
      ['Luc', 'body', 'es', 'edit', 'En Petén: Contaron las casas.'],
      ['Luc', 'sdgs', '', 'remove', '13.1'],
      ['Luc', 'lifecycle', '', 'set', 'deleted'],
    ])
    expect(changes.some((change) => change.field === 'imported')).toBe(false)
    expect(await ana.refused('history', path, 'nobodyknowsthis1')).toEqual({
      code: 'unknown-record',
      id: 'nobodyknowsthis1',
    })
  })
})

describe('search', () => {
  it('answers with the total, the time, the hits with why, and the facets', async () => {
    const answer = await ana.json<{ hits: unknown[] }>('search', path, 'comites')
    expect(answer).toEqual({
      total: 1,
      tookMs: expect.any(Number),
      also: [{ concept: 'committee', typed: 'comites', found: [{ text: 'committee', lang: 'en' }] }],
      hits: [
        {
          ...{
            id: ID,
            externalId: 'UNV-2011-001',
            kind: 'case-study',
            title: 'Village water committees',
            lang: 'fr',
            score: expect.any(Number),
          },
          why: expect.any(Array),
        },
      ],
      facets: {
        sdg: expect.objectContaining({ '6': 1, '6.1': 1, '5': 1 }),
        kind: { 'case-study': 1 },
        theme: { governance: 1 },
        country: { SEN: 1 },
        lang: { fr: 1, en: 1 },
        state: { draft: 1 },
      },
    })
    const [hit] = answer.hits as { why: Record<string, string>[] }[]
    expect(hit?.why[0]).toEqual({
      term: expect.any(String),
      matched: expect.any(String),
      field: 'title',
      lang: 'en',
      concept: 'committee',
    })
  })

  it('narrows as list does, and ends at the limit', async () => {
    expect(await ana.json('search', path, 'manual', '--lang', 'es')).toMatchObject({ total: 0, hits: [] })
    expect(await ana.json('search', path, 'manual', '--kind', 'innovation')).toMatchObject({ total: 1 })
    expect(await ana.json('search', path, '', '--limit', '2')).toMatchObject({ total: 3 })
    expect(await ana.refused('search', path, 'manual', '--sdg', '18')).toEqual({ code: 'unknown-sdg', sdg: '18' })
  })
})

describe('check', () => {
  it('answers that all is well, with counts', async () => {
    expect(await ana.json('check', path)).toEqual({
      ok: true,
      problems: [],
      records: 3,
      changes: expect.any(Number),
      attachments: 0,
      attachmentsMissing: 0,
      salvage: null,
    })
  })

  it('says what is wrong with a damaged file, exits with 1, and saves what reads well into another', async () => {
    const whole = readFileSync(path)
    const damaged = ana.path('damaged.temoin')
    writeFileSync(damaged, whole.subarray(0, whole.length - 30))
    const ran = await ana.run('check', damaged, '--json')
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({
      ok: false,
      problems: [{ code: 'workspace-damaged', what: 'length' }],
      records: 3,
    })
    const out = ana.path('repaired.temoin')
    writeFileSync(out, 'occupied')
    expect(await ana.refused('check', damaged, '--repair', out)).toEqual({ code: 'file-exists', path: out })
    const repair = await ana.run('check', damaged, '--repair', out, '--force', '--json')
    expect(JSON.parse(repair.out)).toMatchObject({ ok: false, repaired: out })
    expect((await ana.run('dump', out)).out).toBe((await ana.run('dump', path)).out)
  })
})

describe('dump', () => {
  it('is one canonical value with the records, their open values, and a digest of the changes', async () => {
    const { out } = await ana.run('dump', path, '--json')
    const value = JSON.parse(out) as {
      records: { id: string; kind: string }[]
      changes: { count: number; digest: string }
    }
    expect(Object.keys(value)).toEqual(['attachments', 'changes', 'records', 'workspace'])
    expect(value.changes).toEqual({ count: expect.any(Number), digest: DIGEST })
    expect(value.records.map((record) => record.id)).toEqual(value.records.map((record) => record.id).sort())
    const record = value.records.find((entry) => entry.kind === 'lesson')
    expect(record).toMatchObject({
      deleted: false,
      values: { 'title:es': [{ id: STAMP, author: 'Ana', at: expect.any(Number), value: 'Brigadas juveniles' }] },
      sets: {
        sdgs: [
          {
            key: '13.1',
            open: [
              { id: STAMP, author: 'Ana', at: expect.any(Number), value: { code: '13.1', strength: 'significant' } },
            ],
          },
        ],
      },
      rich: {
        'body:es': {
          blocks: [
            { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: 'Contaron las casas.', marks: [] }] },
          ],
        },
      },
    })
    const ids = value.records.flatMap(({ id }) => id)
    expect(ids).toHaveLength(4)
  })

  it('gives the number and the digest of the sorted change ids', async () => {
    const { out } = await ana.run('dump', path)
    const { workspace: open } = must(await openWorkspaceFile(computer({ author: 'Luc' }), path))
    const ids = [...open.store.changeIds()].sort()
    const digest = createHash('sha256').update(ids.join('\n')).digest('hex')
    expect((JSON.parse(out) as { changes: unknown }).changes).toEqual({ count: ids.length, digest })
  })

  it('has the same bytes for the same content, whoever saved it and however often', async () => {
    const { out } = await ana.run('dump', path)
    expect((await ana.run('dump', path, '--json', '--ui', 'es')).out).toBe(out)
    const copy = ana.path('copie.temoin')
    writeFileSync(copy, readFileSync(path))
    const luc = terminal({ author: 'Luc', language: 'es' })
    await luc.json('merge', copy, path)
    expect((await luc.run('dump', copy)).out).toBe(out)
    await ana.runWith('{"op":"set","id":"UNV-2011-001","field":"title","value":"x"}', 'apply', path, '-')
    expect((await ana.run('dump', path)).out).not.toBe(out)
  })
})

describe('stats', () => {
  it('counts by kind, goal, theme, country, language and state, changes and sizes', async () => {
    await ana.runWith('{"op":"delete","id":"UNV-2000-003"}', 'apply', path, '-')
    expect(await ana.json('stats', path)).toEqual({
      ...{ records: 2, briefs: 0, changes: expect.any(Number), bytes: readFileSync(path).length },
      ...{ attachments: 0, attachmentBytes: 0, limitShare: 0 },
      agreement: [],
      ...{ historyBytes: expect.any(Number), recordBytes: expect.any(Number) },
      kind: { 'case-study': 1, lesson: 1 },
      sdg: { '13.1': 1, '5': 1, '6.1': 1 },
      theme: { governance: 1 },
      country: { GTM: 1, SEN: 1 },
      lang: { en: 1, es: 1, fr: 1 },
      state: { draft: 2 },
    })
  })
})

describe('copy', () => {
  it('writes a copy, a light one on request, and overwrites nothing', async () => {
    const out = ana.path(`copie-${count}.temoin`)
    expect(await ana.json('copy', path, out)).toEqual({ file: out, bytes: readFileSync(path).length, light: false })
    expect(readFileSync(out).equals(readFileSync(path))).toBe(true)
    expect((await ana.run('copy', path, out, '--json')).code).toBe(1)
    expect(await ana.json('copy', path, out, '--light', '--force')).toMatchObject({ file: out, light: true })
    expect(await ana.json('merge', path, out)).toMatchObject({ unchanged: true })
    expect(await ana.json('check', out)).toMatchObject({ ok: true, records: 3 })
  })
})

describe('brief', () => {
  it.each(['html', 'docx', 'md'])('writes a selection as %s, and overwrites nothing', async (format) => {
    const out = ana.path(`brief-${count}.${format}`)
    const argv = [
      'brief',
      path,
      '--records',
      'UNV-2011-001,UNV-2005-002',
      '--title',
      'L’eau',
      '--format',
      format,
      '--lang',
      'fr',
      '-o',
      out,
    ]
    const answer = await ana.json(...argv)
    expect(answer).toEqual({ file: out, bytes: readFileSync(out).length, cited: 2 })
    expect(await ana.refused(...argv)).toEqual({ code: 'file-exists', path: out })
    expect(await ana.json(...argv, '--force')).toEqual(answer)
  })

  it('writes what a search finds, and a written brief by either of its ids', async () => {
    const out = ana.path(`brief-${count}.md`)
    expect(
      await ana.json('brief', path, '--query', 'comités', '--format', 'md', '--lang', 'fr', '-o', out),
    ).toMatchObject({ cited: 1 })
    const source = ana.path('brief.jsonl')
    writeFileSync(
      source,
      JSON.stringify({
        id: 'BR-1',
        kind: 'brief',
        lang: 'fr',
        title: 'L’eau gardée',
        narrative: 'Huit comités [@UNV-2011-001].',
        records: ['UNV-2011-001'],
      }),
    )
    await ana.json('import', path, source)
    expect(await ana.json('brief', path, 'BR-1', '--lang', 'fr', '-o', out, '--force')).toMatchObject({ cited: 1 })
    expect(readFileSync(out, 'utf8')).toContain('L’eau gardée')
  })

  it('refuses what it cannot write, and leaves no file', async () => {
    const out = ana.path('none.md')
    const base = ['brief', path, '-o', out, '--lang', 'fr'] as const
    expect(await ana.refused(...base, '--records', 'UNV-2011-001,nobody', '--format', 'md')).toEqual({
      code: 'unknown-record',
      id: 'nobody',
    })
    expect(await ana.refused(...base, '--query', 'girafe', '--format', 'md')).toEqual({ code: 'empty-brief' })
    expect(await ana.refused(...base, '--format', 'md')).toEqual({ code: 'empty-brief' })
    expect(await ana.refused(...base, '--records', 'UNV-2011-001', '--format', 'pptx')).toEqual({
      code: 'format-not-available',
      format: 'pptx',
    })
    expect(await ana.refused(...base, await idOf('UNV-2011-001'), '--format', 'md')).toMatchObject({
      code: 'not-a-brief',
    })
    expect(
      await ana.refused('brief', path, '-o', ana.path('nulle part/x.md'), '--records', 'UNV-2011-001'),
    ).toMatchObject({ code: 'file-missing' })
    expect(existsSync(out)).toBe(false)
  })
})

describe('a file that cannot be used', () => {
  const commands = [
    ['list'],
    ['show', 'x'],
    ['history', 'x'],
    ['search', 'x'],
    ['dump'],
    ['stats'],
    ['import', 'SOURCE'],
    ['apply', 'OPS'],
    ['merge', 'OTHER'],
  ]
  const files = [
    ['missing', undefined, { code: 'file-missing' }],
    ['empty', Buffer.alloc(0), { code: 'file-empty' }],
    ['a text', Buffer.from('Ceci n’est pas un classeur.'), { code: 'not-a-workspace' }],
    ['cut short', 'cut', { code: 'workspace-damaged', what: 'length' }],
    ['altered in one byte', 'altered', { code: 'workspace-damaged', what: 'checksum' }],
  ] as const

  it.each(files)('is refused by every command where it is %s', async (_, content, problem) => {
    const file = ana.path(`bad ${count}.temoin`)
    const whole = readFileSync(path)
    if (content === 'cut') writeFileSync(file, whole.subarray(0, 20_000))
    else if (content === 'altered') writeFileSync(file, Buffer.from(whole).fill(0xff, 30_000, 30_001))
    else if (content !== undefined) writeFileSync(file, content)
    const [source, ops] = [ana.path('s.jsonl'), ana.path('o.jsonl')]
    writeFileSync(source, '{"id":"z","title":"Podor"}')
    writeFileSync(ops, '{"op":"create","set":{"title":"Podor"}}')
    for (const [command = '', ...rest] of commands) {
      const args = rest.map((arg) => ({ SOURCE: source, OPS: ops, OTHER: path })[arg] ?? arg)
      expect(await ana.refused(command, file, ...args)).toMatchObject({ ...problem, path: file })
    }
    expect(await ana.refused('merge', path, file)).toMatchObject({ ...problem, path: file })
    expect(existsSync(file)).toBe(content !== undefined)
  })
})

describe('suggest', () => {
  const suggestion = { score: expect.any(Number) as unknown, suggested: true }

  it('answers for a record, with the words and where they stand in its fields', async () => {
    const answer = await ana.json<Suggested>('suggest', path, 'UNV-2011-001')
    expect(answer).toMatchObject({ lang: 'fr' })
    expect(answer.goals[0]).toMatchObject({ ...suggestion, sdg: '6' })
    expect(answer.goals[0]?.because).toContainEqual({
      ...{ term: 'eau', start: 28, end: 31, field: 'title' },
      weight: expect.any(Number) as unknown,
    })
    expect(await ana.json('suggest', path, 'UNV-2011-001', '--lang', 'en')).toMatchObject({ lang: 'en' })
    expect(await ana.refused('suggest', path, 'nobody')).toEqual({ code: 'unknown-record', id: 'nobody' })
  })

  it('answers for a text on standard input, in the language given or told from it', async () => {
    const text = 'Las mujeres de la cooperativa guardan las llaves del pozo de agua potable para todo el pueblo.'
    const told = JSON.parse((await ana.runWith(text, 'suggest', '-', '--json')).out) as Suggested
    expect(told).toMatchObject({ lang: 'es' })
    expect(
      told.goals
        .map(({ sdg }) => sdg)
        .slice(0, 2)
        .sort(),
    ).toEqual(['5', '6'])
    for (const { term, start, end } of told.goals.flatMap(({ because }) => because))
      expect(text.slice(start, end)).toBe(term)
    const given = JSON.parse((await ana.runWith(text, 'suggest', '-', '--lang', 'es', '--json')).out) as Suggested
    expect(given).toEqual(told)
    expect(await ana.refused('suggest', '-', '--lang', 'de')).toEqual({ code: 'unknown-lang', lang: 'de' })
  })

  it('says for people what speaks for what, and admits what it cannot read', async () => {
    const said = (text: string, ui: string) => ana.runWith(text, 'suggest', '-', '--ui', ui).then(({ out }) => out)
    expect(await said('The latrines of the school.', 'en')).toMatch(/^6 .* \(\d+%\): .*“latrines”/)
    expect(await said('Les latrines de l’école.', 'fr')).toMatch(/«\u202flatrines\u202f»/)
    expect(await said('', 'es')).toMatch(/ni español|objetivo/)
    const german =
      'Die Wasserversorgung in den Gemeinden hängt von der Arbeit der örtlichen Ausschüsse ab, die kein Geld haben.'
    expect(await said(german, 'en')).toMatch(/English, French or Spanish/)
    expect(JSON.parse((await ana.runWith(german, 'suggest', '-', '--json')).out)).toEqual({
      ...{ lang: null, goals: [], targets: [], themes: [], read: 0 },
    })
  })
})

type Suggested = {
  readonly goals: readonly {
    readonly sdg: string
    readonly because: readonly { term: string; start: number; end: number }[]
  }[]
}
