import type { Concept } from './concept.ts'
import { type Lookup, lookupsOf } from './lookups.ts'
import { createNameIndex, type NameIndex } from './name-index.ts'

/** Concepts as queries are read with them: those that come with the app, or those of one workspace. */
export type ConceptSet = Pick<NameIndex, 'at'> & {
  /** The names of a concept that records can be found by; none for one that is not of this set. */
  readonly lookups: (id: string) => readonly Lookup[]
}

/** Makes a set. Concepts of one id are one. */
export function createConceptSet(concepts: readonly Concept[]): ConceptSet {
  const { at } = createNameIndex(concepts)
  const byId = new Map<string, Concept[]>()
  for (const concept of concepts) {
    const others = byId.get(concept.id)
    if (others) others.push(concept)
    else byId.set(concept.id, [concept])
  }
  const made = new Map<string, readonly Lookup[]>()
  return {
    at,
    lookups(id) {
      const known = made.get(id)
      if (known) return known
      const lookups = (byId.get(id) ?? []).flatMap(lookupsOf)
      made.set(id, lookups)
      return lookups
    },
  }
}
