import { useCallback, useEffect } from 'react'
import type { MenuCommand } from '../../ipc/events.ts'
import { useText } from '../i18n/use-text.ts'
import { runCommand } from './commands.ts'
import { openPanel, usePanels } from './panels.ts'
import { usePlace } from './place.ts'
import { focusSearch } from './search.ts'
import { useSession } from './session.ts'
import { commandFor, keysOf } from './shortcuts.ts'

/** Whether the window runs on a Mac, where keys have other names. */
const onMac = navigator.userAgent.includes('Mac')

/** Gives the keys of a command in the person's words (Ctrl+Maj+E). */
export function useKeyNames(): (command: MenuCommand) => string {
  const { t } = useText()
  return useCallback(
    (command: MenuCommand) => keysOf(command, onMac, { ctrl: t('app:keys.ctrl'), shift: t('app:keys.shift') }),
    [t],
  )
}

/** Answers to every shortcut while the window is open. Whoever is deeper in the page comes first. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && answered(event)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function answered(event: KeyboardEvent): boolean {
  if (usePanels.getState().open !== null) return false
  const command = commandFor(event, onMac)
  if (command === 'undo' || command === 'redo') {
    if (inText(event.target)) return false
    runCommand(command)
    return true
  }
  if (command) {
    runCommand(command)
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Escape') {
    usePlace.getState().back()
    return true
  }
  if (inText(event.target) || useSession.getState().workspace === null) return false
  if (event.key === '/') {
    usePlace.getState().go({ kind: 'library' })
    focusSearch()
    return true
  }
  if (event.key === '?') {
    openPanel('shortcuts')
    return true
  }
  return false
}

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
  )
}
