import { apartKey, saidApart } from '../core/history/apart.ts'
import { knownAs, namesJoinedIn } from '../core/history/identities.ts'
import { likelySame, type NamePair } from '../core/history/likely-same.ts'
import { type PersonLine, recordsAfter, whoHasWhat } from '../core/history/who-has-what.ts'
import { isJsonObject } from '../core/model/json.ts'
import type { FieldStep } from '../core/model/view.ts'
import { done, type Outcome } from '../core/problem.ts'
import type { People } from '../ipc/shapes.ts'
import { agreementIn } from './answers/agreement.ts'
import { WORKSPACE_SUBJECT, type Workspace } from './workspace.ts'

/** So many records are named of what somebody has not got; how many there are is told beside it. */
const NAMED = 200

/** Who has written here, what each has probably not got yet, and which names may be one person's. */
export function peopleOf(workspace: Workspace): People {
  const { store } = workspace
  const facts = workspace.subject(WORKSPACE_SUBJECT)
  const known = knownAs(facts)
  const me = known(workspace.acting().author)
  const lines = whoHasWhat(
    store.authorTallies(),
    known,
    (stamp) => store.changesAfter(stamp),
    workspace.ports.nowMillis(),
  )
  return {
    people: lines.map((line) => ({ ...line, isMe: line.name === me && me !== '', at: wallTime(workspace, line) })),
    likely: likelyPairs(workspace, lines),
    agreement: agreementIn(workspace),
  }
}

/** The author's own wall time of the last change that came from them. */
function wallTime({ store }: Workspace, { last }: PersonLine): number {
  return store.changesOf(last.subject).find(({ id }) => id === last.stamp)?.at ?? 0
}

function likelyPairs(workspace: Workspace, lines: readonly PersonLine[]): readonly NamePair[] {
  const facts = workspace.subject(WORKSPACE_SUBJECT)
  const [known, apart] = [knownAs(facts), saidApart(facts)]
  return likelySame(lines.flatMap(({ names }) => names)).filter(
    ({ one, other }) => known(one) !== known(other) && !apart.has(apartKey('name', one, other)),
  )
}

/** The records and briefs that somebody has probably not got yet, latest first. */
export function missingOf(workspace: Workspace, stamp: string): readonly string[] {
  return recordsAfter(workspace.store.authorTallies(), stamp).slice(0, NAMED)
}

/** The names that were joined to another one, each with the name its person is known by. */
export function joinedNames(workspace: Workspace): Readonly<Record<string, string>> {
  const facts = workspace.subject(WORKSPACE_SUBJECT)
  const known = knownAs(facts)
  return Object.fromEntries(
    namesJoinedIn(facts)
      .map((name) => [name, known(name)] as const)
      .filter(([name, person]) => name !== person),
  )
}

/** Says that two names are one person's, who is known by the second; one deed, which can be taken back. */
export function joinNames(workspace: Workspace, name: string, person: string): Outcome<number> {
  const known = knownAs(workspace.subject(WORKSPACE_SUBJECT))
  const names = [...new Set([known(name), name])].filter((each) => each !== person)
  return changeFacts(
    workspace,
    names.map((key) => ({ op: 'add', field: 'identities', value: { key, person } })),
  )
}

/** Says that a name is its own again. Others that were joined through it stay joined with the person. */
export function separateName(workspace: Workspace, name: string): Outcome<number> {
  const facts = workspace.subject(WORKSPACE_SUBJECT)
  const person = knownAs(facts)(name)
  const through = (facts?.sets.get('identities') ?? []).flatMap(({ key, value }) =>
    key !== name && isJsonObject(value) && value['person'] === name ? [key] : [],
  )
  return changeFacts(workspace, [
    { op: 'remove', field: 'identities', key: name },
    ...through.flatMap((key): readonly FieldStep[] =>
      person === name || key === person
        ? [{ op: 'remove', field: 'identities', key }]
        : [{ op: 'add', field: 'identities', value: { key, person } }],
    ),
  ])
}

/** Remembers that two things are not the same, for everybody. */
export function keepApart(workspace: Workspace, key: string): Outcome<number> {
  return changeFacts(workspace, [{ op: 'add', field: 'apart', value: key }])
}

function changeFacts(workspace: Workspace, steps: readonly FieldStep[]): Outcome<number> {
  return steps.length === 0 ? done(0) : workspace.change(WORKSPACE_SUBJECT, steps)
}
