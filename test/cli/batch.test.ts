import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/core/model/json.ts'
import { terminal } from '../support/terminal.ts'

const ana = terminal()
const file = ana.path('Équipe Sahel.temoin')

beforeAll(async () => {
  const source = ana.path('source.jsonl')
  const lines = [
    { id: 'a', lang: 'fr', title: 'Les comités de l’eau', body: 'Douze comités.', sdgs: ['6.1'], countries: ['SEN'] },
    {
      id: 'b',
      lang: 'es',
      kind: 'lesson',
      title: 'Brigadas juveniles',
      sdgs: ['13.1'],
      translations: { en: { title: 'Youth brigades' } },
    },
  ]
  writeFileSync(source, lines.map((line) => JSON.stringify(line)).join('\n'))
  await ana.json('init', file, '--name', 'Équipe Sahel', '--lang', 'fr')
  await ana.json('import', file, source)
})

type Answer = { readonly id: Json; readonly ok: boolean; readonly value?: unknown; readonly problem?: unknown }

async function ask(...requests: readonly (string | object)[]): Promise<readonly Answer[]> {
  const lines = requests.map((request) => (typeof request === 'string' ? request : JSON.stringify(request)))
  const { code, out, err } = await ana.runWith(lines.join('\n'), 'batch', file, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const answers = out.split('\n')
  expect(answers.pop()).toBe('')
  return answers.map((line) => JSON.parse(line) as Answer)
}

describe('batch', () => {
  it('answers each request with its id, in the shape of the command', async () => {
    const answers = await ask(
      { id: 1, do: 'search', query: 'comités', limit: 10 },
      { id: 'deux', do: 'list', kind: 'lesson' },
      { id: 3, do: 'list', sdg: ['6.1', '13.1'], limit: 1, offset: 1 },
      { id: 4, do: 'show', record: 'b', lang: 'en' },
      { id: 5, do: 'stats' },
      { do: 'list', limit: 0 },
      { id: 6, do: 'suggest', text: 'Las mujeres guardan las llaves del pozo.', lang: 'es' },
    )
    expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      ['deux', true],
      [3, true],
      [4, true],
      [5, true],
      [null, true],
      [6, true],
    ])
    const values = answers.map(({ value }) => value)
    expect(values[0]).toEqual({
      ...(await ana.json('search', file, 'comités', '--limit', '10')),
      tookMs: expect.any(Number) as unknown,
    })
    expect(values[1]).toEqual(await ana.json('list', file, '--kind', 'lesson'))
    expect(values[2]).toEqual(await ana.json('list', file, '--sdg', '6.1,13.1', '--limit', '1', '--offset', '1'))
    expect(values[3]).toEqual(await ana.json('show', file, 'b', '--lang', 'en'))
    expect(values[4]).toEqual(await ana.json('stats', file))
    expect(values[5]).toEqual({ total: 2, records: [] })
  })

  it('answers what it cannot do with a problem, and goes on', async () => {
    const answers = await ask(
      'nothing like JSON',
      '[]',
      `{"id":1,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      '   ',
      { id: 2 },
      { id: 3, do: 'dance' },
      { id: 4, do: 'suggest' },
      { id: 5, do: 'show', record: 'nobody' },
      { id: 6, do: 'show' },
      { id: 7, do: 'list', kind: 'poem' },
      { id: 8, do: 'list', limit: 'ten' },
      { id: 9, do: 'list', limit: -1 },
      { id: { nested: true }, do: 'list', limit: 0 },
    )
    const bad = (id: Json, problem: object) => ({ id, ok: false, problem })
    expect(answers).toEqual([
      bad(null, { code: 'bad-request', reason: 'json' }),
      bad(null, { code: 'bad-request', reason: 'json' }),
      bad(null, { code: 'bad-request', reason: 'json' }),
      bad(2, { code: 'unknown-operation', op: '' }),
      bad(3, { code: 'unknown-operation', op: 'dance' }),
      bad(4, { code: 'wrong-value', field: 'text', expected: '"…"' }),
      bad(5, { code: 'unknown-record', id: 'nobody' }),
      bad(6, { code: 'unknown-record', id: '' }),
      bad(7, { code: 'unknown-kind', kind: 'poem' }),
      bad(8, { code: 'wrong-value', field: 'limit', expected: '0, 1, 2 …' }),
      bad(9, { code: 'wrong-value', field: 'limit', expected: '0, 1, 2 …' }),
      { id: { nested: true }, ok: true, value: { total: 2, records: [] } },
    ])
  })

  it('says nothing where nothing is asked', async () => {
    expect(await ana.runWith('', 'batch', file, '--json')).toEqual({ code: 0, out: '', err: '' })
    expect(await ana.runWith('', 'batch', file)).toEqual({ code: 0, out: '', err: '' })
  })

  it('refuses a file it cannot open with one problem', async () => {
    expect(await ana.refused('batch', ana.path('absent.temoin'))).toMatchObject({ code: 'file-missing' })
  })
})
