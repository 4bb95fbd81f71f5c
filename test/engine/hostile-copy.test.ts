import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import { toStamp } from '../../src/core/history/stamp.ts'
import type { Json } from '../../src/core/model/json.ts'
import { dumpStore } from '../../src/engine/answers/dump.ts'
import { historyOf } from '../../src/engine/answers/history.ts'
import { showSubject } from '../../src/engine/answers/show.ts'
import { statsOf } from '../../src/engine/answers/stats.ts'
import { composeFrom, composeSelected } from '../../src/engine/brief-content.ts'
import { writeBrief } from '../../src/engine/brief-files.ts'
import { makeSeal } from '../../src/engine/file/seal.ts'
import { importJsonLines } from '../../src/engine/import/import-jsonl.ts'
import { createSearch } from '../../src/engine/search.ts'
import { listThemes } from '../../src/engine/themes.ts'
import { mergeFiles, openWorkspaceFile, saveOpenFile } from '../../src/engine/workspace-file.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { createStore } from '../../src/storage/store.ts'
import { computer, must, newFolder, newWorkspace, record, SQL, title } from '../support/engine.ts'

const LUC = 'luc0000000000000'

/** A file that says it is a copy of a workspace and holds these changes. */
async function copyWith(workspace: Workspace, changes: readonly Change[], version?: number): Promise<string> {
  const store = createStore(SQL, workspace.store.header)
  store.append(changes, [])
  const image = store.toImage().slice()
  store.close()
  if (version !== undefined) new DataView(image.buffer).setUint32(60, version)
  const path = join(newFolder(), 'copie.temoin')
  writeFileSync(path, Buffer.concat([image, (await makeSeal(image)).seal]))
  return path
}

/** Asks everything that can be asked of a workspace; nothing of it may fail. */
async function useEverything(workspace: Workspace): Promise<void> {
  const { store } = workspace
  dumpStore(store, workspace.ports.sha256)
  statsOf(store)
  listThemes(store)
  const search = createSearch(workspace, workspace.ports.nowMillis)
  search.buildWhole()
  const page = { filters: {}, sort: 'title', descending: false, offset: 0, limit: 100, lang: 'fr' } as const
  search.page({ ...page, query: 'podor' })
  search.page({ ...page, query: '' })
  for (const { subject: id } of store.subjects()) {
    const subject = workspace.subject(id)
    if (!subject) throw new Error(id)
    must(workspace.view(id))
    showSubject(subject, store.changesOf(id))
    historyOf(store.changesOf(id))
    const occasion = { lang: 'fr', date: '2026-03-14', workspaceName: 'Équipe Sahel' } as const
    const brief =
      subject.kind === 'brief'
        ? composeFrom(workspace, subject, occasion)
        : composeSelected(workspace, { records: [id] }, occasion)
    for (const format of ['html', 'md'] as const) await writeBrief(must(brief), format, ASSETS, 'A4')
  }
}

const ASSETS = { ...computer({ author: 'Ana' }).assets, briefFonts: () => [] }

const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    ...['', ' ', '5', '5.2', 'SEN', 'fr', 'validated', 'javascript:alert(1)', '2011-12', '\u0000', '\ud800'],
    ...[
      null,
      true,
      5,
      -0,
      1e308,
      [],
      {},
      { key: 5 },
      { key: '', name: 7 },
      { code: '5', strength: 'much' },
      { state: 'deleted' },
    ],
    ...[
      { state: 'deleted', seen: { [LUC]: 'z' } },
      { state: 5 },
      { value: '8', unit: 5, what: [] },
      { name: { name: {} } },
    ],
    ...[{ from: 2011, to: [] }, { title: 5, url: {}, year: 'x' }, JSON.parse('{"__proto__":{"key":"x"}}') as Json],
  ),
)
const FIELDS = [
  'title',
  'summary',
  'lang',
  'state',
  'sdgs',
  'themes',
  'countries',
  'places',
  'period',
  'people',
  'figures',
  'source',
  'volunteers',
  'illustrative',
]
const MORE_FIELDS = [
  'externalId',
  'extra',
  'imported',
  'lifecycle',
  'body',
  'records',
  'label',
  'parent',
  'name',
  'question',
  'narrative',
  '__proto__',
  'a:b',
  'select',
  'ü',
]
const anyChange = fc.record({
  subject: fc.constantFrom('ours', 'brief', 'theme', 'workspace', 'unknown00000001', 'constructor'),
  kind: fc.constantFrom('ours', 'case-study', 'brief', 'theme', 'workspace', 'testimony', '__proto__'),
  field: fc.constantFrom(...FIELDS, ...MORE_FIELDS),
  locale: fc.constantFrom('', 'fr', 'en', 'wo', ':', '__proto__'),
  op: fc.constantFrom('set', 'set', 'add', 'add', 'remove', 'edit', 'weigh', '__proto__'),
  value: fc.oneof(anyJson, fc.uint8Array({ maxLength: 40 })),
  at: fc.constantFrom(0, -8_640_000_000_000_000, 8_640_000_000_000_000, 1_700_000_000_000),
  author: fc.constantFrom('', 'Luc', '\u202eLuc', '<b>Luc</b>'),
  takes: fc.nat(20),
})

/** Values of another shape than their field has, each alone: a random change is seldom about the right field. */
const WRONG_SHAPES = (
  [
    { field: 'source', op: 'set', value: { title: 5, url: {}, year: 'x' } },
    { field: 'figures', op: 'add', value: { key: 'a', value: '8', unit: 5, what: [] } },
    { field: 'figures', op: 'add', value: { key: 'a', value: 8 } },
    { field: 'period', op: 'set', value: { from: 2011, to: [] } },
    { field: 'sdgs', op: 'add', value: { code: '5', strength: 'much' } },
    { field: 'volunteers', op: 'add', value: { key: 'a', type: 7, number: 'x' } },
    { field: 'places', op: 'add', value: { key: 'a', name: { name: {} }, country: 4 } },
    { field: 'people', op: 'add', value: { key: 'a', name: 5 } },
  ] as const
).map((change) => ({ subject: 'ours', kind: 'ours', locale: '', at: 0, author: '', takes: 0, ...change }) as const)

describe('a copy that somebody has tampered with', () => {
  it('can hold any change there is, and everything still works', async () => {
    const environment = computer({ author: 'Ana' })
    const { workspace: first, path } = await newWorkspace(environment)
    const ours = record(first, [title('Podor')])
    const brief = must(first.create('brief', 'fr', [title('L’eau'), { op: 'add', field: 'records', value: ours }]))
    must(await saveOpenFile(environment, must(await openWorkspaceFile(environment, path))))
    const known = [...first.store.changes()]
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 25 }), async (made) => {
        const { workspace } = must(await openWorkspaceFile(environment, path))
        workspace.absorb(
          known.filter((change) => workspace.store.missing([change.id]).length > 0),
          'merge',
        )
        const changes = made.map(({ takes, ...change }, index): Change => {
          const subject =
            new Map([
              ['ours', ours],
              ['brief', brief],
            ]).get(change.subject) ?? change.subject
          const kind = change.kind === 'ours' ? (first.subject(subject)?.kind ?? 'case-study') : change.kind
          const id = toStamp({ millis: index % 3 === 0 ? 0xffffffffffff - index : index, count: index, actor: LUC })
          return {
            ...change,
            id,
            subject,
            kind,
            replaces: takes === 0 ? known.map((each) => each.id) : takes < 3 ? [id] : [],
          }
        })
        const copy = await copyWith(workspace, changes)
        const report = must(await mergeFiles(environment, workspace, [copy], { dryRun: false }))
        expect(report.changes).toBe(changes.length)
        await useEverything(workspace)
        for (const id of [ours, brief]) {
          workspace.change(id, [title('Encore')])
          workspace.remove([id])
          workspace.restore([id])
          workspace.undo()
        }
        const line = new TextEncoder().encode('{"id":"a","title":"Podor","themes":["Eau"]}')
        importJsonLines(workspace, [line], { dryRun: false }).next()
        workspace.store.close()
      }),
      { numRuns: 100, examples: WRONG_SHAPES.map((change): [(typeof change)[]] => [[change]]) },
    )
  }, 240_000)

  it('from a newer version keeps what this version does not understand, and passes it on', async () => {
    const environment = computer({ author: 'Ana' })
    const file = await newWorkspace(environment)
    const id = record(file.workspace, [title('Podor')])
    const open = file.workspace.subject(id)?.values.get('title:fr')?.open[0]?.id ?? ''
    const future = (count: number, change: Partial<Change>): Change => ({
      ...{ id: toStamp({ millis: 5, count, actor: LUC }), at: 5, author: 'Luc', subject: id, kind: 'case-study' },
      ...{ field: 'title', locale: 'fr', op: 'set', value: null, replaces: [] },
      ...change,
    })
    const changes = [
      future(1, { field: 'weather', locale: '', value: { sky: 'clear' } }),
      future(2, { op: 'blend', replaces: [open], value: ['x'] }),
      future(3, { subject: 'testimony0000001', kind: 'testimony', field: 'voice', value: 'Awa' }),
      future(4, { field: 'body', op: 'edit-v3', value: new Uint8Array([1, 2, 3]) }),
    ]
    const copy = await copyWith(file.workspace, changes, 99)
    const report = must(await mergeFiles(environment, file.workspace, [copy], { dryRun: false }))
    expect(report).toMatchObject({
      changes: 4,
      records: { new: 0, changed: 1, deleted: 0 },
      contested: [],
      swallowed: [],
    })
    must(await saveOpenFile(environment, file))
    const again = must(await openWorkspaceFile(environment, file.path)).workspace
    expect(again.store.card(id)?.titles).toEqual({ fr: 'Podor' })
    const kept = [...again.store.changes()].filter((change) => change.id.endsWith(LUC))
    expect(kept).toEqual(changes)
    await useEverything(again)
  })
})
