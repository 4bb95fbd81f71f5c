import { contestedKeys } from '../../core/history/project.ts'
import type { Workspace } from '../workspace.ts'

/** Which subjects of a workspace stand contested, known without reading all of them again after each change. */
export type Contested = {
  readonly ids: () => readonly string[]
  /** Takes note of subjects that changed. */
  readonly refresh: (ids: readonly string[]) => void
}

/** Looks through the workspace once, when it is first asked. */
export function createContested(workspace: Workspace): Contested {
  const { store } = workspace
  let known: Set<string> | undefined

  function isContested(id: string): boolean {
    const card = store.card(id)
    if (card) return card.contested > 0 && !card.deleted
    const subject = workspace.subject(id)
    return subject !== undefined && !subject.deleted && contestedKeys(subject).length > 0
  }

  function lookThrough(): Set<string> {
    const cards = store.cards()
    const withCard = new Set(cards.map(({ id }) => id))
    const others = store.subjects().filter(({ subject }) => !withCard.has(subject))
    const found = cards.filter((card) => card.contested > 0 && !card.deleted).map(({ id }) => id)
    return new Set([...found, ...others.map(({ subject }) => subject).filter(isContested)])
  }

  return {
    ids() {
      known ??= lookThrough()
      return [...known].sort()
    },
    refresh(ids) {
      for (const id of known ? ids : []) {
        if (isContested(id)) known?.add(id)
        else known?.delete(id)
      }
    },
  }
}
