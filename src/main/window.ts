import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import type { WindowState } from './kept.ts'
import { APP_ORIGIN } from './policy.ts'

const SMALLEST = { width: 900, height: 560 }

/** The app's one window, where it was last time, showing itself once there is something to see. */
export function createWindow(session: Session, kept: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    ...placed(kept),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Temoin',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d1c1a' : '#fbfaf8',
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      v8CacheOptions: 'none',
    },
  })
  if (kept.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.once('did-finish-load', () => window.webContents.setZoomFactor(kept.zoom))
  // The page's own title stays out of it: the title bar names the workspace.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/** Loads the interface into the window, at the start and again should its process have died. */
export async function loadInterface(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/index.html`)
}

/** Where the window is now, to be kept. */
export function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximised: window.isMaximized(), zoom: window.webContents.getZoomFactor() }
}

/** The kept place, unless the screen it was on is gone. */
function placed({ x, y, width, height }: WindowState): Pick<WindowState, 'x' | 'y' | 'width' | 'height'> {
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) }
  if (x === undefined || y === undefined) return size
  const { workArea } = screen.getDisplayMatching({ x, y, ...size })
  const visible =
    x < workArea.x + workArea.width - 100 &&
    x + size.width > workArea.x + 100 &&
    y >= workArea.y - 20 &&
    y < workArea.y + workArea.height - 100
  return visible ? { x, y, ...size } : size
}
