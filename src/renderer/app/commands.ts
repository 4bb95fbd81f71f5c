import type { MenuCommand } from '../../ipc/events.ts'
import { notifyProblem } from '../ui/notify-problem.ts'
import { call } from './client.ts'
import { taken } from './command-bus.ts'
import { flushAll } from './flush.ts'
import { showMergeTab } from './merge-tab.ts'
import { openPanel } from './panels.ts'
import { usePlace } from './place.ts'
import { resumeReview } from './review.ts'
import { focusSearch } from './search.ts'
import { setPreferences, useSession } from './session.ts'
import { undoInText } from './text-undo.ts'
import { begin, chooseAndOpen, closeWorkspace, importFiles, saveCopy, saveNow } from './workspace.ts'

/** Commands that make sense while no workspace is open. */
const ALWAYS: ReadonlySet<MenuCommand> = new Set([
  'new-workspace',
  'open-workspace',
  'preferences',
  'shortcuts',
  'lang-en',
  'lang-fr',
  'lang-es',
])

/** Whether a command can be given now. */
export function isAvailable(command: MenuCommand): boolean {
  return ALWAYS.has(command) || useSession.getState().workspace !== null
}

/** Does a command, whether it came from the menu, from keys, from the palette or from a button. */
export function runCommand(command: MenuCommand): void {
  if (isAvailable(command) && !taken(command)) void actions[command]()
}

const go = (place: Parameters<ReturnType<typeof usePlace.getState>['go']>[0]) => usePlace.getState().go(place)

const actions: Readonly<Record<MenuCommand, () => void | Promise<void>>> = {
  'new-record': () => openPanel('new-record'),
  'new-case-study': () => begin('case-study'),
  'new-lesson': () => begin('lesson'),
  'new-innovation': () => begin('innovation'),
  'new-brief': () => begin('brief'),
  'new-workspace': () => openPanel('new-workspace'),
  'open-workspace': chooseAndOpen,
  save: saveNow,
  'save-copy': () => saveCopy(),
  'save-light-copy': () => saveCopy({ light: true }),
  'earlier-versions': () => openPanel('earlier-versions'),
  'workspace-size': () => openPanel('workspace-size'),
  merge: () => {
    showMergeTab('copies')
    go({ kind: 'merge' })
  },
  import: chooseAndImport,
  'review-suggestions': resumeReview,
  export: () => go({ kind: 'brief', id: null }),
  print: async () => {
    await call('shell.print', {})
  },
  undo: () => undoOrRedo('undo'),
  redo: () => undoOrRedo('redo'),
  find: () => {
    go({ kind: 'library' })
    focusSearch()
  },
  'go-library': () => {
    go({ kind: 'library' })
    focusSearch()
  },
  'go-brief': () => go({ kind: 'brief', id: null }),
  'go-history': () => go({ kind: 'merge' }),
  'go-anywhere': () => openPanel('palette'),
  'lang-en': () => setPreferences({ lang: 'en' }),
  'lang-fr': () => setPreferences({ lang: 'fr' }),
  'lang-es': () => setPreferences({ lang: 'es' }),
  preferences: () => openPanel('preferences'),
  shortcuts: () => openPanel('shortcuts'),
  'close-workspace': closeWorkspace,
}

async function chooseAndImport(): Promise<void> {
  const chosen = await call('shell.chooseOpen', { what: 'import' })
  if (chosen.ok && chosen.value.length > 0) await importFiles(chosen.value)
}

/** Inside a text its own undo; elsewhere the last thing done to the data. */
async function undoOrRedo(which: 'undo' | 'redo'): Promise<void> {
  if (undoInText(which)) return
  await flushAll()
  const outcome = await call(`history.${which}`, {})
  if (!outcome.ok) notifyProblem(outcome.problem)
}
