import { join } from 'node:path'
import { app, Menu, nativeTheme, powerMonitor, type Session, session } from 'electron'
import type { SyncState, WorkspaceStatus } from '../ipc/shapes.ts'
import { showAbout } from './about.ts'
import { answerCalls, appInfo } from './answers.ts'
import { notFound, serveAppFile } from './app-files.ts'
import { openBridge, tell } from './bridge.ts'
import { leaveUnsaved } from './dialogs.ts'
import { superviseEngine } from './engine-link.ts'
import { spawnEngine } from './engine-process.ts'
import { prepareFarewell } from './farewell.ts'
import { createGrants } from './grants.ts'
import { guardSession } from './guard.ts'
import { openLog } from './log.ts'
import { menuTemplate } from './menu.ts'
import { APP_ORIGIN, PREVIEW_ORIGIN, SCHEME } from './policy.ts'
import { servePreview } from './preview.ts'
import { openState } from './state.ts'
import { createWindow, loadInterface, stateOf } from './window.ts'
import { langOfSystem } from './words.ts'

/** The composition root of the shell: everything is made and connected here, once, when Electron is ready. */
export async function runApp(named: string | null): Promise<void> {
  const dataFolder = app.getPath('userData')
  const log = openLog(join(dataFolder, 'logs'))
  const state = openState(join(dataFolder, 'preferences.json'), langOfSystem(app.getPreferredSystemLanguages()), log)
  const grants = createGrants()
  const sample = join(import.meta.dirname, '../sample/sample.temoin')
  const opening = named ?? state.get().open
  grants.grant(sample, ...state.get().recent.map(({ path }) => path), ...(opening === null ? [] : [opening]))
  nativeTheme.themeSource = state.preferences().theme

  let workspace: WorkspaceStatus | null = null
  const engine = superviseEngine({
    spawn: (listener) => spawnEngine(listener, log),
    profile: () => ({ dataFolder, author: state.preferences().author, lang: state.preferences().lang }),
    onEvent: (name, event) => {
      if (name === 'workspace.status') showWorkspace(event as WorkspaceStatus | null)
      if (name === 'sync.state') grantFound(event as SyncState)
      tell(window, name, event)
    },
    log,
  })

  let leaving = false
  const ours = ownSession((url) => servePreview(engine, url))
  const window = createWindow(ours, state.get().window)
  const farewell = prepareFarewell({
    askWindow: () => {
      const { webContents } = window
      if (webContents.isCrashed() || webContents.isLoading()) return false
      tell(window, 'window.closing', {})
      return true
    },
    engine,
    leaveUnsaved: (problem) => leaveUnsaved(window, problem, state.preferences().lang),
    leave: () => {
      leaving = true
      window.destroy()
      app.quit()
    },
  })

  function showWorkspace(status: WorkspaceStatus | null): void {
    const changed = status?.path !== workspace?.path || status?.name !== workspace?.name
    workspace = status
    if (!changed || window.isDestroyed()) return
    window.setTitle(status ? `${status.name} — Temoin` : 'Temoin')
    window.setRepresentedFilename(status?.path ?? '')
    showMenu()
  }

  /** What the engine found beside the file, and where it moved it, the window may name. */
  function grantFound({ copies, putAway }: SyncState): void {
    grants.grant(...copies.map(({ path }) => path), ...putAway.map(({ to }) => to))
  }

  function openFromOutside(path: string): void {
    grants.grant(path)
    if (window.isMinimized()) window.restore()
    window.focus()
    tell(window, 'shell.open', { path })
  }

  function showMenu(): void {
    const { lang } = state.preferences()
    const { recent } = state.get()
    const menu = menuTemplate(
      { lang, recent, workspaceOpen: workspace !== null, mac: process.platform === 'darwin' },
      {
        command: (command) => tell(window, 'menu.command', { command }),
        openRecent: (path) => tell(window, 'shell.open', { path }),
        about: () => showAbout(state.preferences().lang),
      },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  }

  openBridge({
    window: () => window,
    grants,
    log,
    answer: answerCalls({
      window: () => window,
      engine,
      state,
      grants,
      info: () => appInfo(opening, sample),
      windowReady: farewell.windowReady,
      workspaceShown: showWorkspace,
      preferencesChanged: ({ lang, theme }) => {
        if (theme !== undefined) nativeTheme.themeSource = theme
        if (lang !== undefined) showMenu()
      },
    }),
  })

  window.on('close', (event) => {
    event.preventDefault()
    state.change((kept) => ({ ...kept, window: stateOf(window) }))
    farewell.begin()
  })
  app.on('before-quit', (event) => {
    if (leaving) return
    event.preventDefault()
    window.close()
  })
  powerMonitor.on('shutdown', () => farewell.begin())
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const path = (data as { readonly workspace?: unknown }).workspace
    if (typeof path === 'string') openFromOutside(path)
    else window.focus()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFromOutside(path)
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`The window's process is gone: ${reason}.`)
    void loadInterface(window)
  })
  // Leaving for an empty page is the one journey Chromium asks nobody about.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) void loadInterface(window)
  })

  showMenu()
  await loadInterface(window)
}

/** The window's session: in memory, so that nothing of what was shown stays behind in the profile. */
function ownSession(preview: (url: string) => Promise<Response>): Session {
  const ours = session.fromPartition('window', { cache: false })
  guardSession(ours)
  const files = join(import.meta.dirname, '../renderer')
  ours.protocol.handle(SCHEME, async ({ url, method }) => {
    if (method !== 'GET') return notFound()
    if (url.startsWith(`${APP_ORIGIN}/`)) return serveAppFile(files, url)
    return url.startsWith(`${PREVIEW_ORIGIN}/`) ? preview(url) : notFound()
  })
  return ours
}
