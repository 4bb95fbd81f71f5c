import { apartKey } from '../../core/history/apart.ts'
import { done, type Outcome } from '../../core/problem.ts'
import { joinedNames, joinNames, keepApart, missingOf, peopleOf, separateName } from '../people.ts'
import type { Session } from '../session.ts'
import type { Workspace } from '../workspace.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `people.${string}`>

/** Who has written here, under which names, and what has probably not reached them. */
export function peopleHandlers(session: Session): Pick<Handlers, Names> {
  function read<T>(of: (workspace: Workspace) => T): Outcome<T> {
    const current = session.current()
    if (!current.ok) return current
    // What is being typed is not with anybody else either.
    if (!current.value.file.readOnly) current.value.edits.seal()
    return done(of(current.value.workspace))
  }
  function change(act: (workspace: Workspace) => Outcome<number>): Outcome<{ readonly changed: number }> {
    const current = session.writable()
    if (!current.ok) return current
    const changed = act(current.value.workspace)
    return changed.ok ? done({ changed: changed.value }) : changed
  }
  return {
    'people.list': () => read(peopleOf),
    'people.names': () => read(joinedNames),
    'people.missing': ({ stamp }) => read((workspace) => missingOf(workspace, stamp)),
    'people.join': ({ name, person }) => change((workspace) => joinNames(workspace, name, person)),
    'people.separate': ({ name }) => change((workspace) => separateName(workspace, name)),
    'people.apart': ({ what, one, other }) => change((workspace) => keepApart(workspace, apartKey(what, one, other))),
  }
}
