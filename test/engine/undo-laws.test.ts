import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/history/change.ts'
import type { OpenValue, Subject } from '../../src/core/history/settle.ts'
import type { Workspace } from '../../src/engine/workspace.ts'
import { must, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'

type Act = { readonly do: 'title' | 'tag' | 'untag' | 'figure' | 'delete' | 'restore'; readonly value: number }
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('title', 'tag', 'untag', 'figure', 'delete', 'restore'),
  value: fc.nat(2),
})

const TAGS = ['5', '6.1', '13'] as const

/** Does one thing; answers whether anything came of it. */
function play(workspace: Workspace, id: string, { do: what, value }: Act): boolean {
  const before = workspace.store.changeCount()
  // Nobody writes into a deleted record: that would bring it back.
  if (what !== 'restore' && workspace.subject(id)?.deleted) return false
  const code = TAGS[value] ?? '5'
  if (what === 'title') must(workspace.change(id, [title(['Podor', 'Matam', 'Kaédi'][value] ?? '')]))
  if (what === 'tag') must(workspace.change(id, [{ op: 'add', field: 'sdgs', value: code }]))
  if (what === 'untag') must(workspace.change(id, [{ op: 'remove', field: 'sdgs', key: code }]))
  if (what === 'figure') {
    must(workspace.change(id, [{ op: 'add', field: 'figures', value: { key: 'wells', value, what: 'puits' } }]))
  }
  if (what === 'delete') must(workspace.remove([id]))
  if (what === 'restore') must(workspace.restore([id]))
  return workspace.store.changeCount() > before
}

/** What a person sees of a record, whatever the changes behind it are called. */
function seen(subject: Subject | undefined) {
  const open = (values: readonly OpenValue[]) => values.map((value) => value.value)
  const lifecycle = subject?.deleted
  const values = [...(subject?.values ?? [])].filter(([key]) => key !== 'lifecycle')
  return {
    lifecycle,
    values: new Map(values.map(([key, value]) => [key, open(value.open)])),
    sets: new Map(
      [...(subject?.sets ?? [])].map(([key, set]) => [key, new Map(set.map((each) => [each.key, open(each.open)]))]),
    ),
  }
}

/** The ids of every open value and element of one author. */
function openOf(author: string, subject: Subject | undefined): readonly string[] {
  const values = [...(subject?.values.values() ?? [])].flatMap((value) => value.open)
  const elements = [...(subject?.sets.values() ?? [])].flat().flatMap((element) => element.open)
  return [...values, ...elements].filter((value) => value.author === author).map((value) => value.id)
}

/** Whether Luc has nothing against its being deleted: it is, or he did so himself. */
function isLucsToo(subject: Subject | undefined): boolean {
  const lifecycle = subject?.values.get('lifecycle')?.open ?? []
  return subject?.deleted === true || lifecycle.some((value) => value.author === 'Luc' && isDeletion(value.value))
}

function isWorkedOnByLuc(changes: readonly Change[]): boolean {
  return changes.some((change) => change.author === 'Luc' && change.field !== 'lifecycle')
}

function isDeletion(value: unknown): boolean {
  return JSON.stringify(value).includes('deleted')
}

describe('undo, whatever was done', () => {
  it('goes back through every state that was, and redo forward through the same', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const workspace = inMemory('Ana')
        const id = record(workspace, [title('Comités de l’eau')])
        const states = [seen(workspace.subject(id))]
        for (const each of acts) if (play(workspace, id, each)) states.push(seen(workspace.subject(id)))
        for (let round = 0; round < 2; round += 1) {
          for (const state of states.toReversed().slice(1)) {
            must(workspace.undo())
            expect(seen(workspace.subject(id))).toEqual(state)
          }
          for (const state of states.slice(1)) {
            must(workspace.redo())
            expect(seen(workspace.subject(id))).toEqual(state)
          }
        }
        workspace.store.close()
      }),
      { numRuns: 60 },
    )
  })

  it('takes nothing away that a colleague has put there', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom('ana', 'luc'), act) },
      { weight: 2, arbitrary: fc.constant('meet' as const) },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ana = inMemory('Ana')
        const luc = inMemory('Luc')
        const id = record(ana, [title('Comités de l’eau')])
        exchange(ana, luc)
        for (const each of [...steps, 'meet' as const, 'undo' as const, 'undo' as const, 'undo' as const]) {
          if (each === 'meet') exchange(ana, luc)
          else if (each === 'redo') ana.redo()
          else if (each === 'undo') {
            const before = openOf('Luc', ana.subject(id))
            const mayGo = isLucsToo(ana.subject(id))
            const isCreation = ana.undo().ok && !ana.undoState.canUndo
            expect(openOf('Luc', ana.subject(id))).toEqual(expect.arrayContaining([...before]))
            if (isCreation && isWorkedOnByLuc(ana.store.changesOf(id)) && !mayGo)
              expect(ana.subject(id)?.deleted).toBe(false)
          } else play(each[0] === 'ana' ? ana : luc, id, each[1])
        }
        exchange(ana, luc)
        expect(luc.subject(id)).toEqual(ana.subject(id))
        ana.store.close()
        luc.store.close()
      }),
      { numRuns: 80 },
    )
  })
})
