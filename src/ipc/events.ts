import type { Problem } from '../core/problem.ts'
import type { MergeReport } from '../core/model/view.ts'
import type { SaveState, SyncState, WorkspaceStatus } from './shapes.ts'

/** What the engine or the shell tells the window without being asked. */
export type Events = {
  /** The workspace was opened, closed (null) or its counts changed. */
  readonly 'workspace.status': WorkspaceStatus | null
  readonly 'save.state': SaveState
  /** Why what is typed cannot be kept between saves; null once it can be again. */
  readonly 'journal.state': { readonly problem: Problem | null }
  /** A merge brought something: one that a person asked for, or what arrived in the file or its folder. */
  readonly 'workspace.merged': {
    readonly how: 'asked' | 'arrived'
    readonly from: readonly string[]
    readonly report: MergeReport
    /** Whose changes they are. */
    readonly authors: readonly string[]
    readonly at: number
  }
  /** Something changed about how the file and its folder stand to what is open. */
  readonly 'sync.state': SyncState
  /** Subjects whose content changed, and by what: our own step, an undo, a merge, an import. */
  readonly 'subjects.changed': {
    readonly ids: readonly string[]
    readonly origin: 'step' | 'undo' | 'merge' | 'import'
    /** Rich text that came from elsewhere, for open editors. */
    readonly edits: readonly {
      readonly subject: string
      readonly field: string
      readonly locale: string
      readonly update: Uint8Array
    }[]
  }
  /** Share of the workspace that search has read, 0–1. */
  readonly 'index.progress': { readonly indexed: number }
  /** The engine stopped by accident and was started again; what was typed came back from the journal. */
  readonly 'engine.restarted': { readonly recovered: number }
  /** A menu entry or shortcut of the native menu was chosen. */
  readonly 'menu.command': { readonly command: MenuCommand }
  /** The window is about to close: send what is unsent, then answer with `shell.readyToClose`. */
  readonly 'window.closing': Readonly<Record<string, never>>
  /** A workspace file was opened from outside while the app was running. */
  readonly 'shell.open': { readonly path: string }
  /** A long task moves on; `done` of `total` steps. */
  readonly 'task.progress': {
    readonly task: 'import' | 'merge' | 'export' | 'suggest'
    readonly done: number
    readonly total: number
  }
}

/** The name of an event. */
export type EventName = keyof Events

/** Commands that the native menu sends to the window; their words are in locales/menu.json. */
export const MENU_COMMANDS = [
  'new-record',
  'new-case-study',
  'new-lesson',
  'new-innovation',
  'new-brief',
  'new-workspace',
  'open-workspace',
  'save',
  'save-copy',
  'save-light-copy',
  'earlier-versions',
  'workspace-size',
  'merge',
  'import',
  'review-suggestions',
  'export',
  'print',
  'undo',
  'redo',
  'find',
  'go-library',
  'go-brief',
  'go-history',
  'go-anywhere',
  'lang-en',
  'lang-fr',
  'lang-es',
  'preferences',
  'shortcuts',
  'close-workspace',
] as const

/** One of the menu's commands. */
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** Event names, for the preload script's allow-list. */
export const EVENT_NAMES = [
  'workspace.status',
  'save.state',
  'journal.state',
  'workspace.merged',
  'sync.state',
  'subjects.changed',
  'index.progress',
  'engine.restarted',
  'menu.command',
  'window.closing',
  'shell.open',
  'task.progress',
] as const satisfies readonly EventName[]
