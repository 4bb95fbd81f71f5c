import type { Workspace } from '../workspace.ts'
import { type Alike, createAlike } from './alike.ts'
import { type Contested, createContested } from './contested.ts'

/** What of a workspace people have left to decide, known without reading all of it again after each change. */
export type Settling = {
  readonly contested: Pick<Contested, 'ids'>
  readonly alike: Pick<Alike, 'pairs'>
  /** Takes note of subjects that changed. */
  readonly refresh: (ids: readonly string[]) => void
}

/** Looks through the workspace once, when it is first asked. */
export function createSettling(workspace: Workspace): Settling {
  const [contested, alike] = [createContested(workspace), createAlike(workspace)]
  return {
    contested,
    alike,
    refresh(ids) {
      contested.refresh(ids)
      alike.refresh(ids)
    },
  }
}
