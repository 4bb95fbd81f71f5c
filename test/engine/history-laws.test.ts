import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import { contentAt, placesOf } from '../../src/core/history/field-content.ts'
import { richState } from '../../src/core/history/project.ts'
import { settle } from '../../src/core/history/settle.ts'
import { subjectAt } from '../../src/core/history/version.ts'
import { clientIdOf } from '../../src/core/rich-text/client-id.ts'
import type { RichDocument } from '../../src/core/rich-text/document.ts'
import { rewriteDocument } from '../../src/core/rich-text/write-document.ts'
import type { FieldStep } from '../../src/core/model/view.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { documents } from '../core/rich-text/arbitrary.ts'
import { must, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'

type Act =
  | { readonly do: 'step'; readonly step: FieldStep }
  | { readonly do: 'write'; readonly locale: string; readonly document: RichDocument }
  | { readonly do: 'delete' }

const step = fc.oneof(
  fc.constantFrom('Podor', 'Matam', 'Kaédi', '').map(title),
  fc.constantFrom('draft', 'validated').map((value): FieldStep => ({ op: 'set', field: 'state', value })),
  fc.constantFrom('5', '6.1', '13').map((value): FieldStep => ({ op: 'add', field: 'sdgs', value })),
  fc.constantFrom('5', '6.1', '13').map((key): FieldStep => ({ op: 'remove', field: 'sdgs', key })),
  fc.nat(3).map((value): FieldStep => ({ op: 'add', field: 'figures', value: { key: 'wells', value } })),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: step.map((each): Act => ({ do: 'step', step: each })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      locale: fc.constantFrom('fr', 'en'),
      document: documents,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'delete' as const }) },
)

function play(workspace: Workspace, id: string, what: Act): void {
  if (what.do === 'delete') must(workspace.remove([id]))
  else if (what.do === 'step') must(workspace.change(id, [what.step]))
  else {
    const subject = workspace.subject(id)
    if (!subject) return
    const client = clientIdOf(workspace.clock.next())
    const update = rewriteDocument(richState(subject, 'results', what.locale), what.document, client)
    if (update) must(workspace.change(id, [{ op: 'edit', field: 'results', locale: what.locale, update }]))
  }
}

/** What people see of a record, place by place. */
function shown(changes: readonly Change[], stamp?: string) {
  const subject = stamp === undefined ? settle(changes) : subjectAt(changes, stamp)
  return new Map(placesOf('case-study').map((place) => [place.key, contentAt(subject, place)]))
}

const anyIndex = fc.nat(1_000)

describe('an earlier version, whatever was written', () => {
  it('is shown again exactly as it was, whole or in one place, and everything can be taken back', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), anyIndex, anyIndex, (acts, index, place) => {
        const workspace = inMemory('Ana')
        const id = record(workspace, [title('Comités de l’eau')])
        for (const each of acts) play(workspace, id, each)
        const changes = workspace.store.changesOf(id)
        const stamp = changes[index % changes.length]?.id ?? ''
        const keys = placesOf('case-study').map(({ key }) => key)
        const key = keys[place % keys.length] ?? ''
        const today = shown(changes)
        const then = shown(changes, stamp)

        const one = must(workspace.bringBack(id, stamp, [key]))
        expect(shown(workspace.store.changesOf(id))).toEqual(new Map([...today, [key, then.get(key)]]))
        if (one > 0) must(workspace.undo())
        expect(shown(workspace.store.changesOf(id))).toEqual(today)

        const all = must(workspace.bringBack(id, stamp))
        expect(shown(workspace.store.changesOf(id))).toEqual(then)
        expect(workspace.subject(id)?.deleted).toBe(false)
        expect(must(workspace.bringBack(id, stamp))).toBe(0)
        if (all > 0) must(workspace.undo())
        expect(shown(workspace.store.changesOf(id))).toEqual(today)
        if (all > 0) must(workspace.redo())
        expect(shown(workspace.store.changesOf(id))).toEqual(then)
        // What was replaced is still to be had: the log only grows.
        for (const change of changes)
          expect(shown(workspace.store.changesOf(id), change.id)).toEqual(shown(changes, change.id))
        workspace.store.close()
      }),
      { numRuns: 30 },
    )
  })

  it('comes back beside what a colleague does meanwhile, and both end with the same', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 8 }),
        fc.array(act, { maxLength: 4 }),
        anyIndex,
        (before, beside, index) => {
          const ana = inMemory('Ana')
          const luc = inMemory('Luc')
          const id = record(ana, [title('Comités de l’eau')])
          for (const each of before) play(ana, id, each)
          exchange(ana, luc)
          const changes = ana.store.changesOf(id)
          must(ana.bringBack(id, changes[index % changes.length]?.id ?? ''))
          for (const each of beside) play(luc, id, each)
          const lucs = luc.subject(id)
          exchange(ana, luc)
          expect(luc.subject(id)).toEqual(ana.subject(id))
          // Values that Luc has set are open beside those that came back.
          for (const [key, value] of lucs?.values ?? []) {
            const open =
              ana
                .subject(id)
                ?.values.get(key)
                ?.open.map((entry) => entry.id) ?? []
            const his = value.open.filter((entry) => entry.author === 'Luc').map((entry) => entry.id)
            expect(open).toEqual(expect.arrayContaining(his))
          }
          ana.store.close()
          luc.store.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})
