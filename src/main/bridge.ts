import { randomUUID } from 'node:crypto'
import { type BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { CallName } from '../ipc/contract.ts'
import type { EventName } from '../ipc/events.ts'
import { checkCall } from './check-call.ts'
import type { Grants } from './grants.ts'
import type { Log } from './log.ts'
import { type Outcome, refused } from './outcome.ts'
import { APP_ORIGIN } from './policy.ts'

/** Answers one checked call of the window. */
export type Answerer = (name: CallName, ask: unknown) => Promise<Outcome>

type BridgeSurroundings = {
  readonly window: () => BrowserWindow | null
  readonly answer: Answerer
  readonly grants: Grants
  readonly log: Log
}

/** The only door between the window and everything else: who asks, what is asked and with what is checked here. */
export function openBridge({ window, answer, grants, log }: BridgeSurroundings): void {
  const isOurs = (event: IpcMainInvokeEvent | IpcMainEvent) => comesFrom(event, window())
  ipcMain.handle('temoin:call', async (event, name: unknown, ask: unknown): Promise<Outcome> => {
    if (!isOurs(event)) throw new Error('Nobody but the window may ask.')
    const checked = checkCall(name, ask, grants)
    if (!checked.ok) return checked
    try {
      return await answer(checked.value.name, checked.value.ask)
    } catch (error) {
      const ref = randomUUID().slice(0, 8)
      log(`${ref} ${checked.value.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return refused({ code: 'unexpected', ref })
    }
  })
  ipcMain.on('temoin:dropped', (event, path: unknown) => {
    if (isOurs(event) && typeof path === 'string' && path.length <= 4096) grants.grant(path)
  })
}

/** Tells the window something, where there is one. */
export function tell(window: BrowserWindow | null, name: EventName, event: unknown): void {
  if (window && !window.isDestroyed()) window.webContents.send(`temoin:event:${name}`, event)
}

function comesFrom(event: IpcMainInvokeEvent | IpcMainEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  if (!window || window.isDestroyed() || !frame) return false
  const { webContents } = window
  // The address as well as the origin: an empty page opened from ours has inherited its origin.
  const isOurs = frame.origin === APP_ORIGIN && frame.url.startsWith(`${APP_ORIGIN}/`)
  return event.sender === webContents && frame === webContents.mainFrame && isOurs
}
