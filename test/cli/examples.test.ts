import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { terminal } from '../support/terminal.ts'

/** The line that the command line's contract shows for `import`, as it is written there. */
const IMPORTED =
  '{"id":"UNV-2011-001","kind":"case-study","lang":"fr","title":"…","summary":"…","body":"Markdown","fields":{"context":"…","results":"…"},' +
  ' "sdgs":["16","17.16"],"themes":["governance"],"countries":["SEN"],"period":{"from":"2011-12","to":"2012"},' +
  ' "source":{"title":"…","publisher":"…","year":2011,"url":"…","pages":"4–6"},' +
  ' "translations":{"en":{"title":"…","summary":"…","body":"…"}}}'

/** The lines that it shows for `apply`; `ID` stands for a record's id. */
const APPLIED = [
  '{"op":"create","kind":"lesson","lang":"es","set":{"title":"…"},"ref":"a"}',
  '{"op":"set","id":"@a","field":"title","lang":"en","value":"…"}',
  '{"op":"add","id":ID,"field":"sdgs","value":"5.2"}',
  '{"op":"remove","id":ID,"field":"sdgs","value":"5.2"}',
  '{"op":"insert-text","id":ID,"field":"body","lang":"es","at":12,"text":"…"}',
  '{"op":"delete-text","id":ID,"field":"body","lang":"es","at":3,"length":5}',
  '{"op":"block","id":ID,"field":"body","lang":"es","index":0,"kind":"heading-2"}',
  '{"op":"delete","id":ID}',
  '{"op":"restore","id":ID}',
]

/** The requests that it shows for `batch`. */
const REQUESTED = '{"id":1,"do":"search","query":"…","limit":10}'

it('every example of the contract runs as it is written', async () => {
  const ana = terminal()
  const file = ana.path('FILE')
  const source = ana.path('SOURCE')
  const ops = ana.path('OPS.jsonl')
  const out = ana.path('OUT')
  await ana.json('init', file, '--name', 'N', '--lang', 'fr')

  writeFileSync(source, IMPORTED)
  expect(await ana.json('import', file, source)).toEqual({ imported: 1, updated: 0, unchanged: 0, problems: [] })
  expect(await ana.json('import', file, source, '--format', 'jsonl', '--dry-run', '--as', 'NAME')).toMatchObject({
    unchanged: 1,
  })
  expect(await ana.json('show', file, 'UNV-2011-001')).toMatchObject({
    title: { source: 'fr', values: { fr: '…', en: '…' } },
    body: { source: 'fr', values: { fr: 'Markdown', en: '…' } },
    sdgs: ['16', '17.16'],
    period: { from: '2011-12', to: '2012' },
    source: { title: '…', publisher: '…', year: 2011, url: '…', pages: '4–6' },
  })

  writeFileSync(source, '{"id":"A","lang":"es","title":"Brigadas","body":"La brigada contó casas."}')
  await ana.json('import', file, source)
  const { id } = await ana.json<{ id: string }>('show', file, 'A')
  writeFileSync(ops, APPLIED.map((line) => line.replace(':ID', `:"${id}"`)).join('\n'))
  expect(await ana.json('apply', file, ops, '--as', 'NAME')).toEqual({
    applied: 9,
    ids: { 'line 1': expect.any(String) as unknown },
  })
  expect(await ana.json('show', file, id, '--lang', 'es')).toMatchObject({
    sdgs: [],
    body: { values: { es: '## La da c…ontó casas.' } },
    deleted: false,
    contested: {},
  })

  await ana.json(
    'list',
    file,
    '--kind',
    'lesson',
    '--sdg',
    '5,13.1',
    '--theme',
    'governance',
    '--country',
    'SEN',
    '--lang',
    'fr',
    '--limit',
    '5',
    '--offset',
    '0',
  )
  await ana.json('history', file, id)
  await ana.json('search', file, 'casas', '--lang', 'es', '--limit', '5')
  writeFileSync(ana.path('OTHER'), readFileSync(file))
  expect(await ana.json('merge', file, ana.path('OTHER'), '--dry-run', '--as', 'NAME')).toEqual({
    ...{ changes: 0, records: { new: 0, changed: 0, deleted: 0 }, contested: [], swallowed: [], unchanged: true },
  })
  expect(await ana.json('check', file)).toMatchObject({ ok: true, problems: [], attachments: 0 })
  await ana.json('check', file, '--repair', ana.path('REPAIRED'))
  await ana.json('dump', file)
  expect(
    await ana.json(
      'brief',
      file,
      '--records',
      `UNV-2011-001,${id}`,
      '--title',
      'T',
      '--format',
      'html',
      '--lang',
      'fr',
      '-o',
      out,
    ),
  ).toMatchObject({ file: out, cited: 2 })
  await ana.json('stats', file)
  const { out: answers } = await ana.runWith(`${REQUESTED}\n`, 'batch', file)
  expect(JSON.parse(answers)).toMatchObject({ id: 1, ok: true, value: { total: expect.any(Number) as unknown } })
})
