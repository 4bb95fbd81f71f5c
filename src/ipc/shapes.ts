import type { Agreement } from '../core/history/agreement.ts'
import type { NamePair } from '../core/history/likely-same.ts'
import type { PersonLine } from '../core/history/who-has-what.ts'
import type { HistoryEntry } from '../core/history/timeline.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Problem } from '../core/problem.ts'
import type { Filters } from '../core/search/query.ts'

/** Whether what was typed is safe on disk, and if not, why. */
export type SaveState =
  /** `problem`: the file is saved, and does without attachments whose bytes are damaged. */
  /** `unkept`: the file is saved, and the one that it replaced could not be kept as an earlier version. */
  | { readonly kind: 'saved'; readonly at: number; readonly problem?: Problem; readonly unkept?: Problem }
  /** `forPause`: the file is large; it is written at the next pause, and until then the journal has what is new. */
  | { readonly kind: 'waiting'; readonly forPause?: true }
  | { readonly kind: 'saving' }
  | { readonly kind: 'blocked'; readonly problem: Problem }

/** The open workspace as the window shows it. */
export type WorkspaceStatus = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly lang: Lang
  readonly readOnly: boolean
  readonly records: number
  readonly briefs: number
  readonly changes: number
  readonly save: SaveState
  /** How many changes were brought back from the journal when it was opened. */
  readonly recovered: number
  /** The conflict copy that was to be opened, where this workspace was opened in its place. */
  readonly insteadOf?: string
  /** In how many records. */
  readonly recoveredRecords: number
}

/** How large the open workspace is, and how much of what stays comfortable that is. */
export type WorkspaceSizes = {
  /** Records with their history: the tables, which lie in memory. */
  readonly imageBytes: number
  readonly attachments: number
  /** As far as this copy has their bytes. */
  readonly attachmentBytes: number
  /** The largest share of a limit that is used up; above 0.5 it is time to do something about it. */
  readonly limitShare: number
  readonly limits: { readonly image: number; readonly file: number }
}

/** Who has written in the workspace, and which of their names may be one person's. `at` is the author's own wall time. */
export type People = {
  readonly people: readonly (PersonLine & { readonly isMe: boolean; readonly at: number })[]
  readonly likely: readonly NamePair[]
  /** How far two of them agree in tagging goals. */
  readonly agreement: readonly Agreement[]
}

/** Some lines of a record's history, latest first; `total` counts all of them, on this page and before it. */
export type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly total: number }

/** A search that stays: it finds anew whenever it is asked. */
export type SavedSearch = {
  readonly id: string
  /** What it is called, in the languages in which somebody named it. */
  readonly titles: Partial<Readonly<Record<Lang, string>>>
  readonly query: string
  readonly filters: Filters
  /** How many records it finds now. */
  readonly total: number
}

/** A theme as pickers show it: built in, or of this workspace. */
export type ThemeView = {
  readonly id: string
  readonly parent: string | null
  readonly labels: Partial<Readonly<Record<Lang, string>>>
  readonly own: boolean
}

/** Records that have suggestions nobody has decided about, in order, and how many suggestions they have. */
export type ReviewQueue = {
  readonly ids: readonly string[]
  readonly tags: number
  /** Whether all were looked at; otherwise somebody called it off. */
  readonly complete: boolean
}

/** A brief as it would be exported, as one HTML page. */
export type BriefPreview = { readonly html: string; readonly title: string; readonly cited: number }

/** A file that was written. */
export type ExportDone = { readonly file: string; readonly bytes: number; readonly cited: number }

/** What undo or redo touched; null subject means there was nothing. */
export type Undone = {
  readonly subject: string | null
  readonly field: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** What the app remembers about a person's manner of working, outside any workspace. */
export type Preferences = {
  readonly lang: Lang
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'normal' | 'high'
  /** The person's name as it goes into history; empty until they have been asked. */
  readonly author: string
  /** Whether they have been asked: once is enough. */
  readonly nameAsked: boolean
  readonly facetsOpen: boolean
  readonly facetsWidth: number
  readonly readingWidth: number
  readonly sort: 'relevance' | 'modified' | 'created' | 'title' | 'period'
  readonly descending: boolean
  /** The place last looked at, to come back to it after a restart. */
  readonly place: string
  /** How the library was left (what was selected, which facets were closed), in the library's own words. */
  readonly library: string
  /** How other parts of the window were left: a JSON object of texts, each in its part's own words. */
  readonly remembered: string
}

/** A workspace opened before. */
export type RecentWorkspace = { readonly path: string; readonly name: string; readonly openedAt: number }

/** An earlier state of a workspace file that is still on this computer. */
export type EarlierVersion = {
  /** Names it in calls. */
  readonly id: string
  /** In the app's folder; beside the file, on a disk that travels; or left there by a save that was killed. */
  readonly kind: 'backup' | 'beside' | 'leftover'
  readonly at: number
  readonly bytes: number
}

/** How much a version of a workspace holds. */
export type VersionContent = { readonly records: number; readonly changes: number }

/** Versions and the machine, for the About box and problem reports. */
export type AppInfo = {
  readonly version: string
  readonly platform: string
  readonly electron: string
  /** The workspace to open first: named on the command line, or open when the app was last closed. */
  readonly opening: string | null
  /** The sample workspace, where there is one. */
  readonly sample: string | null
}

/** Who gave a copy its name: a sync client that met two versions of a file, a person, or a save that was cut short. */
export type CopyMaker =
  | 'syncthing'
  | 'dropbox'
  | 'nextcloud'
  | 'onedrive'
  | 'google-drive'
  | 'icloud'
  | 'obsidian'
  | 'hand'
  | 'earlier'
  | 'unfinished'

/** A copy of the open workspace that lies beside its file. */
export type CopyBeside = {
  readonly path: string
  readonly name: string
  /** Whose name it carries; null for a name that says nothing. */
  readonly by: CopyMaker | null
  /** How many changes it has that the open workspace has not. */
  readonly brings: number
  /** Who made them. */
  readonly authors: readonly string[]
  /** It is moved to the backups once it was merged; another colleague's own file stays where it is. */
  readonly canGo: boolean
}

/** A copy that was moved to the backups, and where it lies now. */
export type PutAway = { readonly from: string; readonly to: string }

/** How the file and its folder stand to what is open. */
export type SyncState = {
  /** Why the file on disk is not what is open here and cannot be taken in now; null where all is well. */
  readonly disk: Problem | null
  readonly copies: readonly CopyBeside[]
  /** What was moved to the backups since the workspace was opened. */
  readonly putAway: readonly PutAway[]
}
