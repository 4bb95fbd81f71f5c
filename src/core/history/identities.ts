import { isJsonObject } from '../model/json.ts'
import type { Subject } from './settle.ts'

/** The subject of a workspace's own facts has its identities in this field. */
const FIELD = 'identities'

/** Says by which name a person is known who has written under another one; a name that nobody joined is its own. */
export type Known = (author: string) => string

type Edge = { readonly id: string; readonly name: string; readonly person: string }

/**
 * Who is who, as people have said in this workspace. Names that were joined, directly or through others, are one person,
 * who is known by the name that was chosen last. The same whatever order the joins came in; where two people chose
 * differently apart from each other, both joins count and the later name is shown.
 */
export function knownAs(workspace: Subject | undefined): Known {
  const edges = edgesOf(workspace)
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    return root
  }
  for (const { name, person } of edges) {
    const [one, other] = [rootOf(name), rootOf(person)]
    if (one !== other) parent.set(one, other)
  }
  const latest = new Map<string, Edge>()
  for (const edge of edges) {
    const root = rootOf(edge.name)
    const known = latest.get(root)
    if (!known || known.id < edge.id) latest.set(root, edge)
  }
  return (author) => latest.get(rootOf(author))?.person ?? author
}

/** Every name that a join speaks of. */
export function namesJoinedIn(workspace: Subject | undefined): readonly string[] {
  return [...new Set(edgesOf(workspace).flatMap(({ name, person }) => [name, person]))]
}

/** All joins that stand, those that two people made differently included. */
function edgesOf(workspace: Subject | undefined): readonly Edge[] {
  return (workspace?.sets.get(FIELD) ?? []).flatMap(({ open }) =>
    open.flatMap(({ id, value }) => {
      if (!isJsonObject(value)) return []
      const { key, person } = value
      return typeof key === 'string' && typeof person === 'string' ? [{ id, name: key, person }] : []
    }),
  )
}
