import { showLanguage } from '../i18n/i18n.ts'
import { wordsNow } from '../i18n/use-text.ts'
import { dismissNamed, notify } from '../ui/notices.ts'
import { notifyProblem } from '../ui/notify-problem.ts'
import { showAppearance } from './appearance.ts'
import { call, listen } from './client.ts'
import { runCommand } from './commands.ts'
import { openDropped } from './drop.ts'
import { flushAll } from './flush.ts'
import { connectMergeCopies } from './merge-copies.ts'
import { followPeople } from './people.ts'
import { parsePlace, usePlace } from './place.ts'
import { showWorkspace, useSession } from './session.ts'
import { connectSync } from './sync.ts'
import { taskMoved } from './task.ts'
import { watchToSettle } from './to-settle.ts'
import { openWorkspace } from './workspace.ts'
import { watchSize } from './workspace-size.ts'

/** Learns who is there and how they like it; before anything is drawn. */
export async function learnPreferences(): Promise<void> {
  const [preferences, info] = await Promise.all([call('preferences.get', {}), call('shell.info', {})])
  if (preferences.ok) useSession.setState({ preferences: preferences.value })
  if (info.ok) useSession.setState({ info: info.value })
}

/** Listens to the engine and the menu from now on, and keeps the look and the language as the preferences say. */
export function connect(): void {
  followPeople()
  watchSize()
  listen('workspace.status', showWorkspace)
  connectSync()
  listen('save.state', (save) => useSession.setState({ save }))
  listen('journal.state', ({ problem }) => (problem ? notifyProblem(problem) : dismissNamed('problem journal-failed')))
  listen('menu.command', ({ command }) => runCommand(command))
  listen('shell.open', ({ path }) => void openDropped([path]))
  listen('engine.restarted', () => notify({ text: wordsNow('app:restarted'), detail: wordsNow('app:restartedWhy') }))
  listen('task.progress', ({ task, done, total }) => taskMoved(task, done, total))
  listen('window.closing', () => void flushAll().then(() => call('shell.readyToClose', {})))
  useSession.subscribe(({ preferences }, before) => {
    if (preferences.lang !== before.preferences.lang) void showLanguage(preferences.lang)
    if (preferences !== before.preferences) showAppearance(preferences)
  })
  watchToSettle()
  connectMergeCopies()
  showAppearance(useSession.getState().preferences)
}

/** Goes where the person was, in the workspace they had open or have just named; else to the welcome place. */
export async function enter(): Promise<void> {
  const { preferences, info } = useSession.getState()
  const place = parsePlace(preferences.place)
  useSession.setState({ opening: info?.opening ?? null })
  const open = await call('workspace.status', {})
  if (open.ok && open.value) {
    useSession.setState({ opening: null })
    showWorkspace(open.value)
    usePlace.getState().reset(place)
  } else if (info?.opening) {
    await openWorkspace(info.opening, place)
  }
}
