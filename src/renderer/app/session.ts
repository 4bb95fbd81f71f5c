import { create } from 'zustand'
import type { Ask } from '../../ipc/contract.ts'
import { firstPreferences } from '../../ipc/first-preferences.ts'
import type { AppInfo, Preferences, SaveState, WorkspaceStatus } from '../../ipc/shapes.ts'
import { dismissNamed } from '../ui/notices.ts'
import { call } from './client.ts'

type Session = {
  /** The open workspace, or null on the welcome place. */
  readonly workspace: WorkspaceStatus | null
  /** The workspace that is being opened: a large one takes a moment. */
  readonly opening: string | null
  readonly save: SaveState | null
  readonly preferences: Preferences
  readonly info: AppInfo | null
}

/** What every place needs to know: the open workspace, whether it is safe on disk, and the person's preferences. */
export const useSession = create<Session>()(() => ({
  workspace: null,
  opening: null,
  save: null,
  preferences: firstPreferences('en'),
  info: null,
}))

/** Takes in a workspace's status as the engine tells it. */
export function showWorkspace(workspace: WorkspaceStatus | null): void {
  useSession.setState({ workspace, save: workspace?.save ?? null })
}

/** Changes preferences at once on screen, and on disk. */
export async function setPreferences(change: Ask<'preferences.set'>): Promise<void> {
  useSession.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } as Preferences }))
  if (change.author) dismissNamed('your-name')
  const outcome = await call('preferences.set', change)
  if (outcome.ok) useSession.setState({ preferences: outcome.value })
}
