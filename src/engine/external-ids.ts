import type { Workspace } from './workspace.ts'

/** The ids of records and briefs by the external ids they were imported with. */
export function externalIds(workspace: Pick<Workspace, 'store'>): ReadonlyMap<string, string> {
  return new Map(
    workspace.store.cards().flatMap((card) => (card.externalId === null ? [] : [[card.externalId, card.id]])),
  )
}
