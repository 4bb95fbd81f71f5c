import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALLS } from '../../src/ipc/contract.ts'
import { checkCall } from '../../src/main/check-call.ts'
import { createGrants } from '../../src/main/grants.ts'

const nothing = createGrants()

describe('a call from the window', () => {
  test('goes on with a known name and the right ask', () => {
    const ask = { id: '7qrnc9j44sntp8h2' }
    expect(checkCall('records.view', ask, nothing)).toEqual({ ok: true, value: { name: 'records.view', ask } })
  })

  test.each(['toString', '__proto__', 'constructor', 'engine.stop', 'print.finish', '', 7, null, undefined, {}])(
    'is refused by the name %j',
    (name) => {
      expect(checkCall(name, {}, nothing)).toEqual({ ok: false, problem: { code: 'bad-request', reason: 'name' } })
    },
  )

  test('is refused with a part too many, too few, too long or of another kind', () => {
    const asks: readonly (readonly [string, unknown])[] = [
      ['workspace.status', { extra: 1 }],
      ['records.view', {}],
      ['records.view', { id: '' }],
      ['records.view', { id: 'x'.repeat(65) }],
      ['records.view', { id: ['x'] }],
      ['records.view', null],
      ['records.view', undefined],
      ['records.create', { kind: 'workspace', lang: 'en' }],
      ['records.create', { kind: 'lesson', lang: 'de' }],
      ['records.change', { id: 'a', steps: [] }],
      ['records.change', { id: 'a', steps: [{ op: 'edit', field: 'body', locale: 'fr', update: [1, 2] }] }],
      ['library.search', { query: 'a'.repeat(10_001) }],
      ['preferences.set', { facetsWidth: 1e9 }],
    ]
    for (const [name, ask] of asks)
      expect(checkCall(name, ask, nothing).ok, `${name} ${JSON.stringify(ask)}`).toBe(false)
  })

  test('whatever it carries, is answered and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(CALLS), 'nonsense'), fc.anything(), (name, ask) => {
        const outcome = checkCall(name, ask, nothing)
        expect(outcome.ok || outcome.problem.code === 'bad-request').toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('cannot leave anything on objects at large', () => {
    const ask: unknown = JSON.parse(
      '{"lang":"fr","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    checkCall('preferences.set', ask, nothing)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('paths', () => {
  test('count only once a person has pointed at them', () => {
    const grants = createGrants()
    const ask = { path: '/home/awa/Crues.temoin' }
    expect(checkCall('workspace.open', ask, grants)).toEqual({
      ok: false,
      problem: { code: 'bad-request', reason: 'path' },
    })
    grants.grant('/home/awa/Crues.temoin')
    expect(checkCall('workspace.open', ask, grants).ok).toBe(true)
  })

  test('count one by one: a single strange one among many is enough to refuse', () => {
    const grants = createGrants()
    grants.grant('/a.temoin', '/b.temoin')
    const ask = (paths: readonly string[]) => ({ paths, dryRun: true })
    expect(checkCall('workspace.merge', ask(['/a.temoin', '/b.temoin']), grants).ok).toBe(true)
    expect(checkCall('workspace.merge', ask(['/a.temoin', '/etc/passwd']), grants).ok).toBe(false)
  })
})
