import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/history/change.ts'
import { runsOf } from '../../../src/core/history/runs.ts'
import { entriesOf } from '../../../src/core/history/timeline.ts'
import type { FieldStep } from '../../../src/core/model/view.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import { insertText } from '../../../src/core/rich-text/text-steps.ts'
import { must } from '../../support/engine.ts'
import { createReplica, type Replica } from '../../support/replica.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 2, 14, 9)

/** People at one workspace, who see at once what each of them does. */
function team(...names: readonly string[]) {
  let now = START
  const members = new Map(names.map((name) => [name, createReplica(name, () => now)]))
  let pens = 0
  const member = (name: string): Replica => {
    const found = members.get(name)
    if (!found) throw new Error(name)
    return found
  }
  const act = (name: string, ...steps: readonly FieldStep[]) => {
    now += MINUTE
    const made = member(name).act('r1', 'lesson', steps)
    for (const each of members.values()) each.meet(made)
  }
  return {
    act,
    wait: (minutes: number) => {
      now += minutes * MINUTE
    },
    write(name: string, text: string) {
      pens += 1
      const edits = member(name)
        .changesOf('r1')
        .flatMap(({ op, value }) => (op === 'edit' && value instanceof Uint8Array ? [value] : []))
      const state = stateOf('r1', 'lesson', 'fr', edits)
      const update = must(insertText(state, plainText(readDocument(state)).length, text, pens))
      act(name, { op: 'edit', field: 'lesson', locale: 'fr', update })
    },
    log: () => member(names[0] ?? '').changesOf('r1'),
  }
}

function history(changes: readonly Change[]) {
  return entriesOf(changes, runsOf(changes)).map(({ author, field, changes: count, result }) => ({
    author,
    field,
    changes: count,
    result,
  }))
}

const title = (value: string): FieldStep => ({ op: 'set', field: 'title', locale: 'fr', value })

describe('the history of a record', () => {
  it('shows a sitting as one line, with the words that came and went', () => {
    const { act, write, wait, log } = team('Awa')
    act('Awa', title('La relève'))
    write('Awa', 'Prévoir la relève')
    act('Awa', title('La relève dès le premier jour'))
    write('Awa', ' dès le premier jour.')
    wait(90)
    write('Awa', ' Même de nuit.')
    expect(history(log())).toEqual([
      {
        author: 'Awa',
        field: 'title',
        changes: 2,
        result: { type: 'text', parts: [{ kind: 'added', text: 'La relève dès le premier jour' }] },
      },
      {
        author: 'Awa',
        field: 'lesson',
        changes: 2,
        result: { type: 'text', parts: [{ kind: 'added', text: 'Prévoir la relève dès le premier jour.' }] },
      },
      {
        author: 'Awa',
        field: 'lesson',
        changes: 1,
        result: {
          type: 'text',
          parts: [
            { kind: 'same', text: 'Prévoir la relève dès le premier jour.' },
            { kind: 'added', text: ' Même de nuit.' },
          ],
        },
      },
    ])
  })

  it('ends a sitting where somebody else writes in the same field', () => {
    const { act, log } = team('Awa', 'Luis')
    act('Awa', title('La relève'))
    act('Luis', title('La relève de nuit'))
    act('Awa', title('La relève, de nuit aussi'))
    expect(history(log()).map(({ author, changes }) => [author, changes])).toEqual([
      ['Awa', 1],
      ['Luis', 1],
      ['Awa', 1],
    ])
  })

  it('tells of tags put in and taken out in one breath, and not of what came to nothing', () => {
    const { act, log } = team('Awa')
    act('Awa', { op: 'add', field: 'sdgs', value: '5' }, { op: 'add', field: 'sdgs', value: '13' })
    act('Awa', { op: 'remove', field: 'sdgs', key: '5' })
    act('Awa', { op: 'set', field: 'state', value: 'validated' })
    act('Awa', { op: 'set', field: 'state', value: 'draft' }, { op: 'set', field: 'state', value: null })
    expect(history(log())).toEqual([
      {
        author: 'Awa',
        field: 'sdgs',
        changes: 3,
        result: { type: 'set', added: [{ code: '13', strength: 'significant' }], removed: [] },
      },
      { author: 'Awa', field: 'state', changes: 3, result: { type: 'nothing' } },
    ])
  })

  it('stands in the order of the stamps, holds every change once, and may be read page by page', () => {
    const step = fc.record({
      name: fc.constantFrom('Awa', 'Luis'),
      wait: fc.constantFrom(0, 45),
      does: fc.constantFrom('title', 'text', 'tag'),
      text: fc.constantFrom(' un', ' deux', ' trois'),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (steps, size) => {
        const { act, write, wait, log } = team('Awa', 'Luis')
        for (const { name, wait: minutes, does, text } of steps) {
          wait(minutes)
          if (does === 'title') act(name, title(text.trim()))
          else if (does === 'text') write(name, text)
          else act(name, { op: 'add', field: 'countries', value: text === ' un' ? 'SEN' : 'TGO' })
        }
        const changes = log()
        const runs = runsOf(changes)
        const ids = runs.flatMap((run) => run.changes.map(({ id }) => id))
        expect(ids.toSorted()).toEqual(changes.map(({ id }) => id).toSorted())
        const whole = entriesOf(changes, runs)
        expect(whole.map(({ id }) => id)).toEqual(whole.map(({ id }) => id).toSorted())
        for (let at = 0; at < runs.length; at += size) {
          expect(entriesOf(changes, runs.slice(at, at + size))).toEqual(whole.slice(at, at + size))
        }
      }),
      { numRuns: 60 },
    )
  })
})
