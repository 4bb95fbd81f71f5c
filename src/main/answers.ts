import { existsSync } from 'node:fs'
import { app, type BrowserWindow, shell } from 'electron'
import type { Ask, CallName } from '../ipc/contract.ts'
import type { EngineCalls } from '../ipc/engine-calls.ts'
import type { AppInfo, WorkspaceStatus } from '../ipc/shapes.ts'
import { chooseOpen, chooseSave, openLink } from './dialogs.ts'
import type { EngineLink } from './engine-link.ts'
import type { Grants } from './grants.ts'
import { done, type Outcome } from './outcome.ts'
import { printHtml } from './print.ts'
import type { State } from './state.ts'

/** What answering the window needs. */
export type AnswerSurroundings = {
  readonly window: () => BrowserWindow
  readonly engine: EngineLink
  readonly state: State
  readonly grants: Grants
  readonly info: () => AppInfo
  /** The window has sent everything it had before closing. */
  readonly windowReady: () => void
  readonly preferencesChanged: (change: Ask<'preferences.set'>) => void
  readonly workspaceShown: (status: WorkspaceStatus | null) => void
}

type Answers = { readonly [N in CallName]?: (ask: Ask<N>) => Promise<Outcome> | Outcome }

/** Answers every call of the window: what is the shell's here, everything else by the engine. */
export function answerCalls(surroundings: AnswerSurroundings): (name: CallName, ask: unknown) => Promise<Outcome> {
  const { window, engine, state, grants, info, windowReady, preferencesChanged, workspaceShown } = surroundings
  const lang = () => state.preferences().lang

  async function showing(name: 'workspace.create' | 'workspace.open', ask: unknown): Promise<Outcome> {
    const outcome = await engine.call(name, ask)
    if (outcome.ok) {
      const status = outcome.value as WorkspaceStatus
      state.opened(status.path, status.name)
      grants.grant(status.path)
      workspaceShown(status)
    }
    return outcome
  }

  const answers: Answers = {
    'workspace.create': (ask) => showing('workspace.create', ask),
    'workspace.open': (ask) => showing('workspace.open', ask),
    'workspace.close': async (ask) => {
      const outcome = await engine.call('workspace.close', ask)
      if (outcome.ok) {
        state.closed()
        workspaceShown(null)
      }
      return outcome
    },
    'briefs.export': (ask) => (ask.format === 'pdf' ? exportPdf(engine, ask) : engine.call('briefs.export', ask)),
    'preferences.get': () => done(state.preferences()),
    'preferences.set': async (ask) => {
      state.change((kept) => ({ ...kept, preferences: { ...kept.preferences, ...ask } as typeof kept.preferences }))
      preferencesChanged(ask)
      if (ask.author !== undefined || ask.lang !== undefined) {
        const { author } = state.preferences()
        await engine.call('engine.profile', { author, lang: lang() })
      }
      return done(state.preferences())
    },
    'shell.info': () => done(info()),
    'shell.recent': () => done(state.get().recent.filter(({ path }) => existsSync(path))),
    'shell.chooseOpen': async ({ what }) => {
      const paths = await chooseOpen(window(), what, lang())
      grants.grant(...paths)
      return done(paths)
    },
    'shell.chooseSave': async ({ what, name, path: beside }) => {
      const path = await chooseSave(window(), what, { name, beside }, lang())
      if (path !== null) grants.grant(path)
      return done(path)
    },
    'shell.showFile': ({ path }) => {
      shell.showItemInFolder(path)
      return done(null)
    },
    'shell.openLink': async ({ url }) => done({ opened: await openLink(window(), url, lang()) }),
    'shell.print': () => {
      window().webContents.print({ printBackground: true })
      return done(null)
    },
    'shell.readyToClose': () => {
      windowReady()
      return done(null)
    },
  }

  return async (name, ask) => {
    const answer = answers[name] as ((ask: unknown) => Promise<Outcome> | Outcome) | undefined
    return answer ? answer(ask) : engine.call(name, ask)
  }
}

/** A brief as PDF: composed by the engine, printed here, finished and written by the engine. */
async function exportPdf(engine: EngineLink, ask: Ask<'briefs.export'>): Promise<Outcome> {
  const { id, lang, path, paper = 'A4' } = ask
  const composed = await engine.call('print.compose', { id, lang, paper })
  if (!composed.ok) return composed
  const job = composed.value as EngineCalls['print.compose']['reply']
  const pdf = await printHtml(job)
  return engine.call('print.finish', { id, lang, path, pdf })
}

/** Versions and the machine, as the window shows them. */
export function appInfo(opening: string | null, sample: string): AppInfo {
  return {
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron ?? '',
    opening,
    sample: existsSync(sample) ? sample : null,
  }
}
