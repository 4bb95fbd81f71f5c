import { describe, expect, it } from 'vitest'
import { joinedNames, joinNames, keepApart, missingOf, peopleOf, separateName } from '../../src/engine/people.ts'
import { apartKey } from '../../src/core/history/apart.ts'
import { must, record, title } from '../support/engine.ts'
import { exchange, inMemory } from '../support/in-memory.ts'
import { tickingClock } from '../support/ports.ts'

/** Ana and two names of Luis at one workspace; Luis has written last under his full name, and Ana after him. */
function team() {
  const now = tickingClock()
  const [ana, luisQ, luis] = ['Ana', 'Luis Q.', 'Luis Quispe'].map((name) => inMemory(name, now))
  if (!ana || !luisQ || !luis) throw new Error('nobody')
  must(ana.create('workspace', 'fr', [{ op: 'set', field: 'name', value: 'Sahel' }], 'workspace'))
  const first = record(ana, [title('Podor')])
  exchange(ana, luisQ)
  must(luisQ.change(first, [title('Podor, 2026')]))
  exchange(ana, luisQ)
  exchange(ana, luis)
  must(luis.change(first, [title('Podor, mars 2026')]))
  exchange(ana, luis)
  const second = record(ana, [title('Matam')])
  return { ana, luis, first, second }
}

const namesOf = (workspace: Parameters<typeof peopleOf>[0]) => peopleOf(workspace).people.map(({ name }) => name)

describe('people', () => {
  it('are told by what came from them, and what is later than that', () => {
    const { ana, first, second } = team()
    const { people, likely } = peopleOf(ana)
    expect(people).toMatchObject([
      { name: 'Ana', isMe: true, missing: { changes: 0, records: 0 } },
      { name: 'Luis Quispe', isMe: false, records: 1, last: { subject: first }, missing: { records: 1 } },
      { name: 'Luis Q.', missing: { records: 2 } },
    ])
    expect(missingOf(ana, people[1]?.last.stamp ?? '')).toEqual([second])
    expect(likely).toEqual([{ one: 'Luis Q.', other: 'Luis Quispe' }])
  })

  it('are one person once their names are joined, on every copy, until somebody takes it back', () => {
    const { ana, luis } = team()
    must(joinNames(ana, 'Luis Q.', 'Luis Quispe'))
    exchange(ana, luis)
    expect(namesOf(luis)).toEqual(['Ana', 'Luis Quispe'])
    expect(joinedNames(luis)).toEqual({ 'Luis Q.': 'Luis Quispe' })
    expect(peopleOf(ana).likely).toEqual([])
    must(ana.undo())
    expect(namesOf(ana)).toEqual(['Ana', 'Luis Quispe', 'Luis Q.'])
    must(ana.redo())
    expect(namesOf(ana)).toEqual(['Ana', 'Luis Quispe'])
  })

  it('can be joined through one another, and one of them separated again', () => {
    const { ana } = team()
    must(joinNames(ana, 'Luis Q.', 'Luis Quispe'))
    must(joinNames(ana, 'Luis Quispe', 'Luis Quispe Mamani'))
    expect(joinedNames(ana)).toEqual({ 'Luis Q.': 'Luis Quispe Mamani', 'Luis Quispe': 'Luis Quispe Mamani' })
    must(separateName(ana, 'Luis Quispe'))
    expect(joinedNames(ana)).toEqual({ 'Luis Q.': 'Luis Quispe Mamani' })
  })

  it('are not offered as one again once somebody has said that they are two', () => {
    const { ana, luis } = team()
    must(keepApart(ana, apartKey('name', 'Luis Quispe', 'Luis Q.')))
    exchange(ana, luis)
    expect(peopleOf(luis).likely).toEqual([])
  })
})
