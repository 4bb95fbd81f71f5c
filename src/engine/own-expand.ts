import { builtInConcepts } from '../core/concepts/built-in.ts'
import { type ConceptSet, createConceptSet } from '../core/concepts/concept-set.ts'
import { createExpand } from '../core/concepts/expand.ts'
import type { Expand } from '../core/search/expansion.ts'
import { ownConcepts } from './own-concepts.ts'
import type { Workspace } from './workspace.ts'

/** Made when the first words are looked for, and once for all workspaces. */
let builtIn: ConceptSet | undefined

/** Tells what words are also called, by the concepts that come with the app and those of a workspace. */
export function createOwnExpand(workspace: Workspace): {
  readonly expand: Expand
  /** Takes note of subjects, other than records, that changed. */
  readonly refresh: (subjects: readonly string[]) => void
} {
  let expand: Expand | undefined
  return {
    expand(words) {
      builtIn ??= createConceptSet(builtInConcepts())
      expand ??= createExpand([builtIn, createConceptSet(ownConcepts(workspace.store))])
      return expand(words)
    },
    refresh(subjects) {
      if (subjects.some((id) => workspace.subject(id)?.kind === 'concept')) expand = undefined
    },
  }
}
