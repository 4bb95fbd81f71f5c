import { type Agreement, agreements } from '../../core/history/agreement.ts'
import { knownAs } from '../../core/history/identities.ts'
import { isRecordKind } from '../../core/model/kinds.ts'
import { WORKSPACE_SUBJECT, type Workspace } from '../workspace.ts'

/** How far the people of a workspace agree in tagging; only records that several have written in are read for it. */
export function agreementIn(workspace: Workspace): readonly Agreement[] {
  const { store } = workspace
  const known = knownAs(workspace.subject(WORKSPACE_SUBJECT))
  const people = new Map<string, Set<string>>()
  for (const { author, subject, kind } of store.authorTallies()) {
    if (isRecordKind(kind)) people.set(subject, (people.get(subject) ?? new Set()).add(known(author)))
  }
  const shared = [...people].filter(([subject, names]) => names.size > 1 && store.card(subject)?.deleted === false)
  return agreements(
    shared.map(([subject]) => store.changesOf(subject)),
    known,
  )
}
