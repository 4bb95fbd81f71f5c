import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/history/change.ts'
import { knownAs } from '../../../src/core/history/identities.ts'
import { likelySame } from '../../../src/core/history/likely-same.ts'
import { settle } from '../../../src/core/history/settle.ts'
import { type AuthorTally, recordsAfter, whoHasWhat } from '../../../src/core/history/who-has-what.ts'
import { createReplica } from '../../support/replica.ts'

const YEAR = 365 * 24 * 3_600_000
const NOW = Date.UTC(2026, 2, 14, 9)
const itself = (author: string) => author

function talliesOf(changes: readonly Change[]): readonly AuthorTally[] {
  return [...Map.groupBy(changes, ({ author, subject }) => JSON.stringify([author, subject])).values()].flatMap(
    (own) => {
      const last = own.reduce((latest, change) => (change.id > latest.id ? change : latest))
      return [{ author: last.author, subject: last.subject, kind: last.kind, changes: own.length, last: last.id }]
    },
  )
}

const after = (changes: readonly Change[]) => (stamp: string) => changes.filter(({ id }) => id > stamp).length

/** People apart from each other, with clocks wrong by years; now and then one takes in what another has. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ who: fc.nat(3), record: fc.constantFrom('r1', 'r2', 'r3', 'r4') }),
    fc.record({ from: fc.nat(3), to: fc.nat(3) }),
  ),
  { minLength: 1, maxLength: 40 },
)

describe('who has what', () => {
  it('never names as missing what somebody had when they last wrote, and counts all that is later', () => {
    fc.assert(
      fc.property(
        happenings,
        fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 4, maxLength: 4 }),
        (all, skew) => {
          let tick = 0
          const people = ['Ana', 'Luc', 'Mei', 'Awa'].map((name, index) =>
            createReplica(name, () => NOW + (skew[index] ?? 0) * YEAR + tick * 1_000),
          )
          const seen = new Map<string, ReadonlySet<string>>()
          for (const each of all) {
            tick += 1
            if ('from' in each) people[each.to]?.meet(people[each.from]?.log.values() ?? [])
            else {
              const writer = people[each.who]
              writer?.act(each.record, 'lesson', [{ op: 'set', field: 'title', locale: 'fr', value: `t${tick}` }])
              if (writer) seen.set(writer.author, new Set(writer.log.keys()))
            }
          }
          // Everything comes together at Ana's.
          for (const person of people) people[0]?.meet(person.log.values())
          const log = [...(people[0]?.log.values() ?? [])]
          const tallies = talliesOf(log)
          for (const line of whoHasWhat(tallies, itself, after(log), NOW)) {
            const missing = log.filter(({ id }) => id > line.last.stamp)
            expect(missing.filter(({ id }) => seen.get(line.name)?.has(id))).toEqual([])
            expect(missing.filter(({ author }) => author === line.name)).toEqual([])
            expect(line.missing.changes).toBe(missing.length)
            expect(new Set(recordsAfter(tallies, line.last.stamp))).toEqual(
              new Set(missing.map(({ subject }) => subject)),
            )
            expect(line.missing.records).toBe(recordsAfter(tallies, line.last.stamp).length)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('counts joined names as one person, and says where a clock runs ahead', () => {
    let now = NOW
    const [ana, luis, other] = ['Ana', 'Luis Q.', 'Luis Quispe'].map((name) => createReplica(name, () => now))
    const title = (value: string) => [{ op: 'set' as const, field: 'title', locale: 'es', value }]
    luis?.act('r1', 'lesson', title('Uno'))
    now += 1_000
    ana?.act('r2', 'lesson', title('Dos'))
    now += 90 * 24 * 3_600_000
    other?.act('r1', 'lesson', title('Tres'))
    const log = [ana, luis, other].flatMap((person) => [...(person?.log.values() ?? [])])
    const known = (name: string) => (name === 'Luis Q.' ? 'Luis Quispe' : name)
    expect(whoHasWhat(talliesOf(log), known, after(log), NOW)).toMatchObject([
      {
        name: 'Luis Quispe',
        names: ['Luis Q.', 'Luis Quispe'],
        changes: 2,
        records: 1,
        missing: { changes: 0, records: 0 },
        clockIsAhead: true,
      },
      { name: 'Ana', missing: { changes: 1, records: 1 }, clockIsAhead: false },
    ])
  })
})

describe('joined names', () => {
  const join = fc.record({
    by: fc.nat(1),
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  })

  it('are the same on every copy, join whatever was joined, and know each person by one name', () => {
    fc.assert(
      fc.property(fc.array(join, { maxLength: 8 }), (joins) => {
        let now = NOW
        const copies = ['Ana', 'Luc'].map((name) =>
          createReplica(name, () => {
            now += 1_000
            return now
          }),
        )
        const real = joins.filter(({ key, person }) => key !== person)
        for (const { by, ...value } of real) {
          copies[by]?.act('workspace', 'workspace', [{ op: 'add', field: 'identities', value }])
        }
        const changes = copies.flatMap((copy) => [...copy.log.values()])
        if (changes.length === 0) return
        const known = knownAs(settle(changes))
        const again = knownAs(settle(changes.toReversed()))
        for (const name of ['a', 'b', 'c', 'd', 'e', 'nobody']) {
          expect(again(name)).toBe(known(name))
          expect(known(known(name))).toBe(known(name))
        }
        // The last join of each author stands, whatever the other did meanwhile.
        const last = real.at(-1)
        if (last) expect(known(last.key)).toBe(known(last.person))
        expect(known('nobody')).toBe('nobody')
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    [['Luis Quispe', 'LUIS QUISPE'], true],
    [['Luis Q.', 'Luis Quispe'], true],
    [['L. Quispe', 'Luis Quispe'], true],
    [['Zoé Élise Kouamé', 'Zoe Elise Kouame'], true],
    [['Diallo Awa', 'Awa Diallo'], true],
    [['Luis Quispe', 'Luis Quispe Mamani'], true],
    [['Luis', 'Luis Quispe'], false],
    [['L. Q.', 'Luis Quispe'], false],
    [['Luis Ortega', 'Luis Quispe'], false],
    [['', 'Luis Quispe'], false],
  ] as const)('are suggested where they look like one person’s: %j', (names, expected) => {
    expect(likelySame(names).length === 1).toBe(expected)
  })
})
