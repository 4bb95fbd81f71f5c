import { type CallName, CALLS } from '../ipc/contract.ts'
import { type Grants, pathsIn } from './grants.ts'
import { type Outcome, refused } from './outcome.ts'

/** A call as it may go on: a known name, an ask of the right shape, and only paths that a person has pointed at. */
export function checkCall(name: unknown, ask: unknown, grants: Grants): Outcome<{ name: CallName; ask: unknown }> {
  if (typeof name !== 'string' || !Object.hasOwn(CALLS, name)) return refused({ code: 'bad-request', reason: 'name' })
  const known = name as CallName
  const parsed = CALLS[known].ask.safeParse(ask)
  if (!parsed.success) return refused({ code: 'bad-request', reason: issuePath(parsed.error.issues) })
  if (!pathsIn(parsed.data).every(grants.granted)) return refused({ code: 'bad-request', reason: 'path' })
  return { ok: true, value: { name: known, ask: parsed.data } }
}

function issuePath(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[],
): string {
  const [first] = issues
  return first ? [...first.path.map(String), first.code ?? ''].join('.') : ''
}
