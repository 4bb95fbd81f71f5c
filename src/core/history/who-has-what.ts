import { isRecordKind } from '../model/kinds.ts'
import { fromStamp } from './stamp.ts'

/** What one author wrote in one subject: how many changes, and the latest of them. */
export type AuthorTally = {
  readonly author: string
  readonly subject: string
  readonly kind: string
  readonly changes: number
  readonly last: string
}

/** What is known here of one person's copy. */
export type PersonLine = {
  /** The name they are known by, and every name they have written under. */
  readonly name: string
  readonly names: readonly string[]
  readonly changes: number
  readonly records: number
  /** The latest change that came from them. */
  readonly last: { readonly stamp: string; readonly subject: string; readonly kind: string }
  /** What others have written later: they cannot have had it when they wrote their last change that came here. */
  readonly missing: { readonly changes: number; readonly records: number }
  /** Their clock runs so far ahead that what came later here may look earlier: then more may be missing. */
  readonly clockIsAhead: boolean
}

/** So far ahead of this computer's clock a colleague's cannot be by a mere time zone. */
const AHEAD_MS = 24 * 3_600_000

/**
 * Who has written here, and what each of them has probably not got yet; latest first.
 *
 * A stamp is later than every stamp its author had seen, whatever any clock says. So a change with a later stamp than
 * somebody's last one was not in their copy when they wrote that; everything else may have been. It remains an estimate:
 * they may have merged since, without writing anything, or write with a clock so far ahead that nothing looks later.
 *
 * @param tallies what each author wrote in each subject
 * @param knownAs the name by which the person is known who wrote under another one
 * @param changesAfter how many changes of the whole log are later than a stamp
 * @param now this computer's wall clock
 */
export function whoHasWhat(
  tallies: readonly AuthorTally[],
  knownAs: (author: string) => string,
  changesAfter: (stamp: string) => number,
  now: number,
): readonly PersonLine[] {
  const records = recordsByLast(tallies)
  const people = [...Map.groupBy(tallies, ({ author }) => knownAs(author))].flatMap(([name, theirs]) => {
    const [first] = theirs
    if (!first) return []
    const last = theirs.reduce((latest, tally) => (tally.last > latest.last ? tally : latest), first)
    const line: PersonLine = {
      name,
      names: [...new Set(theirs.map(({ author }) => author))].sort(),
      changes: theirs.reduce((sum, { changes }) => sum + changes, 0),
      records: new Set(theirs.filter(isRead).map(({ subject }) => subject)).size,
      last: { stamp: last.last, subject: last.subject, kind: last.kind },
      missing: { changes: changesAfter(last.last), records: countAfter(records, last.last) },
      clockIsAhead: (fromStamp(last.last)?.millis ?? 0) > now + AHEAD_MS,
    }
    return [line]
  })
  return people.sort((a, b) => (a.last.stamp < b.last.stamp ? 1 : -1))
}

/** The records and briefs that were changed after a stamp, the latest first. */
export function recordsAfter(tallies: readonly AuthorTally[], stamp: string): readonly string[] {
  return recordsByLast(tallies)
    .filter(({ last }) => last > stamp)
    .map(({ subject }) => subject)
}

type LastOf = { readonly subject: string; readonly last: string }

/** Each record and brief with its latest change, latest first. */
function recordsByLast(tallies: readonly AuthorTally[]): readonly LastOf[] {
  const lasts = new Map<string, string>()
  for (const { subject, last } of tallies.filter(isRead)) {
    if ((lasts.get(subject) ?? '') < last) lasts.set(subject, last)
  }
  return [...lasts].map(([subject, last]) => ({ subject, last })).sort((a, b) => (a.last < b.last ? 1 : -1))
}

function isRead({ kind }: AuthorTally): boolean {
  return isRecordKind(kind) || kind === 'brief'
}

/** How many of a list, latest first, are later than a stamp. */
function countAfter(records: readonly LastOf[], stamp: string): number {
  const at = records.findIndex(({ last }) => last <= stamp)
  return at < 0 ? records.length : at
}
