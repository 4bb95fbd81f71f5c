import { isJsonObject } from '../model/json.ts'
import { goalOf } from '../taxonomy/sdgs.ts'
import type { Change } from './change.ts'
import { inOrder } from './settle.ts'

/** How far two people agree about the goals of the records that both have tagged. */
export type Agreement = {
  readonly one: string
  readonly other: string
  /** How many records both have tagged. */
  readonly records: number
  /** The share of yes-or-no decisions, one for each goal and record, that are the same. */
  readonly agreed: number
  /** Cohen’s kappa: 1 is full agreement, 0 what chance alone would give; null where chance alone would agree fully. */
  readonly kappa: number | null
}

const GOALS = 17

/** What one person says about one record: the goals that they tagged, themselves or by a target. */
type Judgement = ReadonlySet<number>

/**
 * The agreement of every two people who have tagged the same records, those with most records in common first.
 *
 * A person's judgement is what they did themselves: the goals they tagged, without those they took away or rejected
 * again. Leaving a colleague's tag where it is says nothing, because nobody can tell whether it was looked at.
 *
 * @param records the changes of each record
 * @param known the name a person is known by who has written under another one
 */
export function agreements(
  records: Iterable<readonly Change[]>,
  known: (author: string) => string,
): readonly Agreement[] {
  const pairs = new Map<
    string,
    { readonly names: readonly [string, string]; readonly both: [Judgement, Judgement][] }
  >()
  for (const changes of records) {
    const judged = [...judgements(changes, known)].sort(([a], [b]) => (a < b ? -1 : 1))
    judged.forEach(([one, mine], at) => {
      for (const [other, theirs] of judged.slice(at + 1)) {
        const key = JSON.stringify([one, other])
        const pair = pairs.get(key) ?? { names: [one, other] as const, both: [] }
        pair.both.push([mine, theirs])
        pairs.set(key, pair)
      }
    })
  }
  return [...pairs.values()]
    .map(({ names: [one, other], both }) => ({ one, other, records: both.length, ...kappaOf(both) }))
    .sort((a, b) => b.records - a.records || (a.one + a.other < b.one + b.other ? -1 : 1))
}

function judgements(changes: readonly Change[], known: (author: string) => string): ReadonlyMap<string, Judgement> {
  const codeOf = new Map<string, string>()
  const tagged = new Map<string, Set<string>>()
  for (const { id, author, field, op, value, replaces } of inOrder(changes)) {
    if (field !== 'sdgs' && field !== 'sdgsRejected') continue
    const person = known(author)
    const own = tagged.get(person) ?? new Set<string>()
    const plain = value instanceof Uint8Array ? null : value
    const code = isJsonObject(plain) ? plain['code'] : plain
    if (op === 'add' && field === 'sdgs' && typeof code === 'string') {
      codeOf.set(id, code)
      own.add(code)
    } else if (op === 'add' && typeof code === 'string') own.delete(code)
    else if (op === 'remove' && field === 'sdgs') for (const gone of replaces) own.delete(codeOf.get(gone) ?? '')
    tagged.set(person, own)
  }
  return new Map(
    [...tagged]
      .filter(([person]) => person !== '')
      .map(([person, codes]) => [person, new Set([...codes].flatMap((code) => goalOf(code) ?? []))]),
  )
}

function kappaOf(both: readonly (readonly [Judgement, Judgement])[]): Pick<Agreement, 'agreed' | 'kappa'> {
  const decisions = both.length * GOALS
  const yes = [0, 1].map((at) => both.reduce((sum, judged) => sum + (judged[at]?.size ?? 0), 0))
  const different = both.reduce((sum, [mine, theirs]) => sum + mine.symmetricDifference(theirs).size, 0)
  const agreed = 1 - different / decisions
  const [one = 0, other = 0] = yes.map((count) => count / decisions)
  const chance = one * other + (1 - one) * (1 - other)
  return { agreed: rounded(agreed), kappa: chance === 1 ? null : rounded((agreed - chance) / (1 - chance)) }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
