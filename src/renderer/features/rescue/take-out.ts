import type { Ask } from '../../../ipc/contract.ts'
import { call } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import { openWorkspace } from '../../app/workspace.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'

type Taking =
  | { readonly name: 'versions.open'; readonly ask: Ask<'versions.open'> }
  | { readonly name: 'versions.saveSalvaged'; readonly ask: Ask<'versions.saveSalvaged'> }

/** Asks where a file is to go, puts it there, and opens it. Answers whether it did. */
export async function takeOut(path: string, name: string, taking: (to: string) => Taking): Promise<boolean> {
  const chosen = await call('shell.chooseSave', { what: 'workspace', name, path })
  if (!chosen.ok || chosen.value === null) return false
  const what = taking(chosen.value)
  // A large file takes a moment to be looked at, written and read back.
  useSession.setState({ opening: chosen.value })
  const taken = what.name === 'versions.open' ? await call(what.name, what.ask) : await call(what.name, what.ask)
  if (!taken.ok) {
    useSession.setState({ opening: null })
    notifyProblem(taken.problem)
    return false
  }
  return openWorkspace(chosen.value)
}
