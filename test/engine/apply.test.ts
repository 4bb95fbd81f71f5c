import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { applyOperations } from '../../src/engine/apply.ts'
import { showSubject } from '../../src/engine/answers/show.ts'
import { linesOf } from '../../src/engine/import/lines.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { computer, must, newWorkspace, problemOf, record, title } from '../support/engine.ts'

async function openWorkspace(): Promise<Workspace> {
  return (await newWorkspace(computer({ author: 'Ana' }))).workspace
}

function apply(workspace: Workspace, operations: readonly (JsonObject | string)[]) {
  const lines = operations.map((operation) => (typeof operation === 'string' ? operation : JSON.stringify(operation)))
  return applyOperations(workspace, linesOf([Buffer.from(lines.join('\n'))]))
}

function shown(workspace: Workspace, id: string): JsonObject {
  const subject = workspace.subject(id)
  if (!subject) throw new Error(`no record ${id}`)
  return showSubject(subject, workspace.store.changesOf(subject.id))
}

function textOf(workspace: Workspace, id: string, key = 'body:es') {
  return must(workspace.view(id)).rich[key]?.text
}

describe('applying operations', () => {
  it('does each of them, and says what it made', async () => {
    const workspace = await openWorkspace()
    const other = record(workspace, [title('Podor')])
    const applied = must(
      apply(workspace, [
        { op: 'create', kind: 'lesson', lang: 'es', set: { title: 'Empezar pequeño', state: 'in-review' }, ref: 'a' },
        { op: 'set', id: '@a', field: 'title', lang: 'en', value: 'Start small' },
        { op: 'set', id: '@a', field: 'period', value: { from: '2011-12' } },
        { op: 'add', id: '@a', field: 'sdgs', value: 'ODS 5.2' },
        { op: 'add', id: '@a', field: 'sdgs', value: { code: '13', strength: 'principal' } },
        { op: 'add', id: '@a', field: 'countries', value: 'Guatemala' },
        { op: 'add', id: '@a', field: 'themes', value: 'gobernanza' },
        { op: 'add', id: '@a', field: 'people', value: { name: 'Rosa' } },
        { op: 'add', id: '@a', field: 'figures', value: { key: 'homes', value: 43, unit: 'casas' } },
        { op: 'remove', id: '@a', field: 'sdgs', value: 'SDG 5.2' },
        { op: 'insert-text', id: '@a', field: 'body', lang: 'es', at: 0, text: 'La brigada contó casas.' },
        { op: 'insert-text', id: '@a', field: 'body', lang: 'es', at: 17, text: '43 ' },
        { op: 'insert-text', id: '@a', field: 'body', lang: 'es', at: 26, text: '\nAntes de la ayuda.' },
        { op: 'delete-text', id: '@a', field: 'body', lang: 'es', at: 26, length: 10 },
        { op: 'block', id: '@a', field: 'body', lang: 'es', index: 0, kind: 'heading-2' },
        { op: 'create', kind: 'brief', set: { title: 'Casas' }, ref: 'b' },
        { op: 'add', id: '@b', field: 'records', value: '@a' },
        { op: 'add', id: '@b', field: 'records', value: other },
        { op: 'delete', id: other },
        { op: 'restore', id: other },
      ]),
    )
    expect(applied).toEqual({ applied: 20, ids: { 'line 1': expect.any(String), 'line 16': expect.any(String) } })
    const { 'line 1': a = '', 'line 16': b = '' } = applied.ids
    expect(shown(workspace, a)).toMatchObject({
      kind: 'lesson',
      lang: 'es',
      state: 'in-review',
      title: { source: 'es', values: { es: 'Empezar pequeño', en: 'Start small' } },
      period: { from: '2011-12' },
      sdgs: ['13'],
      countries: ['GTM'],
      themes: ['governance'],
      people: [{ key: expect.any(String), name: 'Rosa' }],
      figures: [{ key: 'homes', value: 43, unit: 'casas' }],
      body: { values: { es: '## La brigada contó 43 casas.la ayuda.' } },
    })
    expect(shown(workspace, b)).toMatchObject({ lang: 'fr', records: [a, other] })
    expect(shown(workspace, other)).toMatchObject({ deleted: false, contested: {} })
  })

  it('is one deed to take back', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    must(
      apply(workspace, [
        { op: 'set', id, field: 'title', value: 'Matam' },
        { op: 'add', id, field: 'sdgs', value: '5' },
      ]),
    )
    must(workspace.undo())
    expect(shown(workspace, id)).toMatchObject({ title: { values: { fr: 'Podor' } }, sdgs: [] })
  })

  it('names a record by the id it came with as well', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor'), { op: 'set', field: 'externalId', value: 'UNV-2011-001' }])
    must(apply(workspace, [{ op: 'set', id: 'UNV-2011-001', field: 'title', value: 'Matam' }]))
    expect(shown(workspace, id)).toMatchObject({ title: { values: { fr: 'Matam' } } })
  })

  it('clears a value that is set to null, and asks for one that is left out', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    expect(problemOf(apply(workspace, [{ op: 'set', id, field: 'title' }]))).toMatchObject({
      problem: { code: 'wrong-value', field: 'value' },
    })
    must(apply(workspace, [{ op: 'set', id, field: 'title', value: null }]))
    expect(shown(workspace, id)).toMatchObject({ title: { values: {} } })
  })

  it('counts no empty line as an operation, and nothing as nothing', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace, [title('Podor')])
    expect(must(apply(workspace, ['', { op: 'set', id, field: 'title', value: 'Matam' }, ' ']))).toEqual({
      applied: 1,
      ids: {},
    })
    expect(must(apply(workspace, []))).toEqual({ applied: 0, ids: {} })
  })
})

describe('positions in a text', () => {
  it('count code units, and lines as one', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace)
    const write = (operation: JsonObject) => apply(workspace, [{ id, field: 'body', lang: 'es', ...operation }])
    must(write({ op: 'insert-text', at: 0, text: '🌍 año\nfin' }))
    expect(textOf(workspace, id)).toBe('🌍 año\nfin')
    must(write({ op: 'insert-text', at: 7, text: '→ ' }))
    expect(textOf(workspace, id)).toBe('🌍 año\n→ fin')
    must(write({ op: 'delete-text', at: 6, length: 1 }))
    expect(textOf(workspace, id)).toBe('🌍 año→ fin')
    must(write({ op: 'delete-text', at: 0, length: 2 }))
    expect(textOf(workspace, id)).toBe(' año→ fin')
    must(write({ op: 'delete-text', at: 0, length: 0 }))
    must(write({ op: 'delete-text', at: 0, length: 9 }))
    expect(textOf(workspace, id)).toBe('')
  })

  it('are refused outside of the text, and say how long it is', async () => {
    const workspace = await openWorkspace()
    const id = record(workspace)
    must(apply(workspace, [{ op: 'insert-text', id, field: 'body', lang: 'es', at: 0, text: 'año' }]))
    const outside = [
      [
        { op: 'insert-text', at: 4, text: 'x' },
        { code: 'position-out-of-range', field: 'body', at: 4, length: 3 },
      ],
      [
        { op: 'delete-text', at: 2, length: 2 },
        { code: 'position-out-of-range', field: 'body', at: 4, length: 3 },
      ],
      [
        { op: 'block', index: 1, kind: 'quote' },
        { code: 'position-out-of-range', field: 'body', at: 1, length: 1 },
      ],
      [
        { op: 'insert-text', at: -1, text: 'x' },
        { code: 'wrong-value', field: 'at', expected: '0, 1, 2 …' },
      ],
      [
        { op: 'insert-text', at: 0.5, text: 'x' },
        { code: 'wrong-value', field: 'at', expected: '0, 1, 2 …' },
      ],
      [
        { op: 'insert-text', at: '0', text: 'x' },
        { code: 'wrong-value', field: 'at', expected: '0, 1, 2 …' },
      ],
      [
        { op: 'delete-text', at: 0 },
        { code: 'wrong-value', field: 'length', expected: '0, 1, 2 …' },
      ],
      [
        { op: 'insert-text', at: 0 },
        { code: 'wrong-value', field: 'text', expected: 'text' },
      ],
      [
        { op: 'block', index: 0, kind: 'poem' },
        { code: 'wrong-value', field: 'kind' },
      ],
      [
        { op: 'block', kind: 'quote' },
        { code: 'wrong-value', field: 'index', expected: '0, 1, 2 …' },
      ],
      [
        { op: 'insert-text', at: 0, text: 'x'.repeat(1_000_000) },
        { code: 'text-too-long', field: 'body', length: 1_000_003, limit: 1_000_000 },
      ],
    ] as const
    for (const [operation, problem] of outside) {
      const refusal = problemOf(apply(workspace, [{ id, field: 'body', lang: 'es', ...operation }]))
      expect(refusal).toMatchObject({ code: 'line-refused', line: 1, problem })
    }
  })
})

describe('an operation that cannot be applied', () => {
  const refusals = [
    ['nothing like JSON', { code: 'broken-line', line: 3 }],
    ['[]', { code: 'broken-line', line: 3 }],
    [`{"op":"create","set":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, { code: 'broken-line', line: 3 }],
    [
      { op: 'dance', id: 'ID' },
      { code: 'unknown-operation', op: 'dance' },
    ],
    [{ id: 'ID' }, { code: 'unknown-operation', op: '' }],
    [
      { op: 'set', field: 'title', value: 'x' },
      { code: 'wrong-value', field: 'id', expected: 'text' },
    ],
    [
      { op: 'set', id: 'nobodyknowsthis1', field: 'title', value: 'x' },
      { code: 'unknown-record', id: 'nobodyknowsthis1' },
    ],
    [
      { op: 'set', id: '@z', field: 'title', value: 'x' },
      { code: 'unknown-reference', ref: '@z' },
    ],
    [
      { op: 'set', id: 'ID', field: 'colour', value: 'x' },
      { code: 'unknown-field', field: 'colour', kind: 'case-study' },
    ],
    [
      { op: 'set', id: 'ID', field: 'constructor', value: 'x' },
      { code: 'unknown-field', field: 'constructor', kind: 'case-study' },
    ],
    [
      { op: 'set', id: 'ID', value: 'x' },
      { code: 'unknown-field', field: '', kind: 'case-study' },
    ],
    [
      { op: 'set', id: 'ID', field: 'title', lang: 'wo', value: 'x' },
      { code: 'unknown-lang', lang: 'wo' },
    ],
    [
      { op: 'set', id: 'ID', field: 'title', value: 5 },
      { code: 'wrong-value', field: 'title', expected: 'text' },
    ],
    [
      { op: 'set', id: 'ID', field: 'title', value: 'x'.repeat(1_001) },
      { code: 'text-too-long', field: 'title' },
    ],
    [
      { op: 'set', id: 'ID', field: 'sdgs', value: ['5'] },
      { code: 'wrong-value', field: 'sdgs' },
    ],
    [
      { op: 'set', id: 'ID', field: 'body', value: 'x' },
      { code: 'wrong-value', field: 'body' },
    ],
    [
      { op: 'set', id: 'ID', field: 'lifecycle', value: { state: 'deleted' } },
      { code: 'unknown-field', field: 'lifecycle' },
    ],
    [
      { op: 'set', id: 'ID', field: 'imported', value: {} },
      { code: 'unknown-field', field: 'imported' },
    ],
    [
      { op: 'add', id: 'ID', field: 'sdgs', value: '18' },
      { code: 'unknown-sdg', sdg: '18' },
    ],
    [
      { op: 'add', id: 'ID', field: 'countries', value: 'Atlantis' },
      { code: 'unknown-country', country: 'Atlantis' },
    ],
    [
      { op: 'add', id: 'ID', field: 'title', value: 'x' },
      { code: 'wrong-value', field: 'title' },
    ],
    [
      { op: 'add', id: 'ID', field: 'people', value: { role: 'x' } },
      { code: 'wrong-value', field: 'people' },
    ],
    [
      { op: 'remove', id: 'ID', field: 'sdgs', value: 5 },
      { code: 'wrong-value', field: 'sdgs', expected: 'key' },
    ],
    [
      { op: 'insert-text', id: 'ID', field: 'title', at: 0, text: 'x' },
      { code: 'unknown-field', field: 'title' },
    ],
    [
      { op: 'create', kind: 'poem' },
      { code: 'unknown-kind', kind: 'poem' },
    ],
    [
      { op: 'create', kind: 'workspace' },
      { code: 'unknown-kind', kind: 'workspace' },
    ],
    [
      { op: 'create', kind: 'lesson', lang: 'wo' },
      { code: 'unknown-lang', lang: 'wo' },
    ],
    [
      { op: 'create', kind: 'lesson', set: ['x'] },
      { code: 'wrong-value', field: 'set', expected: '{…}' },
    ],
    [
      { op: 'create', kind: 'lesson', set: { colour: 'x' } },
      { code: 'unknown-field', field: 'colour', kind: 'lesson' },
    ],
    [
      { op: 'create', kind: 'lesson', set: { lifecycle: { state: 'deleted' } } },
      { code: 'unknown-field', field: 'lifecycle' },
    ],
    [
      { op: 'add', id: '@b', field: 'records', value: '@z' },
      { code: 'unknown-reference', ref: '@z' },
    ],
    [
      { op: 'add', id: '@b', field: 'records', value: 'nobodyknowsthis1' },
      { code: 'unknown-record', id: 'nobodyknowsthis1' },
    ],
  ] as const

  it.each(refusals)(
    '(case %#) is refused with its line, and the lines before it are not applied',
    async (operation, expected) => {
      const workspace = await openWorkspace()
      const id = record(workspace, [title('Podor')])
      const before = workspace.store.changeCount()
      const line =
        typeof operation === 'string' ? operation : JSON.stringify(operation).replace('"ID"', JSON.stringify(id))
      const outcome = apply(workspace, [
        { op: 'set', id, field: 'title', value: 'Matam' },
        { op: 'create', kind: 'brief', set: { title: 'Casas' }, ref: 'b' },
        line,
      ])
      const problem = problemOf(outcome)
      if (expected.code === 'broken-line') expect(problem).toEqual(expected)
      else expect(problem).toMatchObject({ code: 'line-refused', line: 3, problem: expected })
      expect(workspace.store.changeCount()).toBe(before)
      expect(workspace.undoState.canUndo).toBe(true)
      expect(shown(workspace, id)).toMatchObject({ title: { values: { fr: 'Podor' } } })
    },
  )
})
