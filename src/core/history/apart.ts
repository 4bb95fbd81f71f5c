import { canonicalJson } from '../model/json.ts'
import type { Subject } from './settle.ts'

/** What two things that look alike can be. */
export type AlikeKind = 'name' | 'theme' | 'record'

/** Names two things that look alike and are not the same, as an element of the workspace's set `apart`. */
export function apartKey(kind: AlikeKind, one: string, other: string): string {
  return canonicalJson([kind, ...[one, other].sort()])
}

/** What people have said is not the same, however alike it looks. */
export function saidApart(workspace: Subject | undefined): ReadonlySet<string> {
  return new Set((workspace?.sets.get('apart') ?? []).map(({ key }) => key))
}
