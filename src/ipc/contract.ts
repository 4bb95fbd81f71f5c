import { z } from 'zod'
import type { BriefCheck } from '../core/briefs/check.ts'
import type { FieldArrival } from '../core/merge/arrival-details.ts'
import type { Arrival } from '../core/merge/arrivals.ts'
import type { Card } from '../core/model/card.ts'
import { LANGS } from '../core/model/lang.ts'
import { RECORD_KINDS } from '../core/model/kinds.ts'
import { type FieldTranslation, TRANSLATION_STATES } from '../core/model/translation.ts'
import type { MergeReport, SubjectView } from '../core/model/view.ts'
import type { RecordVersion } from '../core/model/version.ts'
import type { LibraryPage } from '../core/search/query.ts'
import type { Nearby } from '../core/nearby/nearby.ts'
import type { RecordSuggestions } from '../core/suggest/suggest-fields.ts'
import type { MergeLine, MergePreview, SettleList } from './merges.ts'
import type {
  AppInfo,
  BriefPreview,
  EarlierVersion,
  ExportDone,
  HistoryPage,
  People,
  Preferences,
  PutAway,
  RecentWorkspace,
  ReviewQueue,
  SyncState,
  SavedSearch,
  ThemeView,
  Undone,
  VersionContent,
  WorkspaceSizes,
  WorkspaceStatus,
} from './shapes.ts'

const lang = z.enum(LANGS)
const id = z.string().min(1).max(64)
const name = z.string().min(1).max(400)
const stamp = z.string().max(64)
const path = z.string().min(1).max(4096)
/** Names an earlier version of a file. */
const version = z.string().min(1).max(1000)
const ids = z.array(id).max(100_000)
/** Not `z.instanceof(Uint8Array)`: that infers a view of an ArrayBuffer, which Yjs results do not satisfy. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= 50_000_000, 'bytes')
const none = z.strictObject({})

const fieldName = z.string().min(1).max(64)
const locale = z.union([lang, z.literal('')])
const step = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('set'),
    field: fieldName,
    locale: locale.optional(),
    value: z.json(),
    saw: z.array(z.string().max(64)).max(1000).optional(),
  }),
  z.strictObject({ op: z.literal('add'), field: fieldName, value: z.json() }),
  z.strictObject({ op: z.literal('remove'), field: fieldName, key: z.string().max(1000) }),
  z.strictObject({ op: z.literal('edit'), field: fieldName, locale: lang, update: bytes }),
])

const texts = z.array(z.string().max(64)).max(500).optional()
const filters = z.strictObject({
  kind: texts,
  sdg: texts,
  theme: z.array(z.string().max(200)).max(500).optional(),
  country: texts,
  lang: texts,
  state: texts,
})

const preferences = z.strictObject({
  lang: lang.optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  contrast: z.enum(['normal', 'high']).optional(),
  author: z.string().max(200).optional(),
  nameAsked: z.boolean().optional(),
  facetsOpen: z.boolean().optional(),
  facetsWidth: z.number().min(160).max(600).optional(),
  readingWidth: z.number().min(240).max(1200).optional(),
  sort: z.enum(['relevance', 'modified', 'created', 'title', 'period']).optional(),
  descending: z.boolean().optional(),
  place: z.string().max(200).optional(),
  library: z.string().max(4000).optional(),
  remembered: z.string().max(100_000).optional(),
})

function call<Ask extends z.ZodType>(ask: Ask) {
  return <Reply>() => ({ ask }) as { readonly ask: Ask; readonly reply?: Reply }
}

/**
 * Every call the window can make, once: both sides derive their types from here and every ask is checked at run time.
 * `shell.*` and `preferences.*` are answered by the main process; everything else by the engine. `briefs.export` to
 * PDF passes through both, since only Electron can print.
 */
export const CALLS = {
  'workspace.create': call(z.strictObject({ path, name: z.string().min(1).max(1000), lang }))<WorkspaceStatus>(),
  'workspace.open': call(z.strictObject({ path }))<WorkspaceStatus>(),
  'workspace.close': call(none)<null>(),
  'workspace.status': call(none)<WorkspaceStatus | null>(),
  'workspace.sizes': call(none)<WorkspaceSizes>(),
  'workspace.save': call(none)<WorkspaceStatus>(),
  'workspace.saveCopy': call(z.strictObject({ path, light: z.boolean().optional() }))<ExportDone>(),
  'workspace.merge': call(z.strictObject({ paths: z.array(path).min(1).max(100), dryRun: z.boolean() }))<MergeReport>(),
  /** How the file and its folder stand to what is open. */
  'sync.state': call(none)<SyncState | null>(),
  /** Writes the file again where somebody took it away. */
  'sync.writeAgain': call(none)<WorkspaceStatus>(),
  /** Moves copies beside the file that bring nothing more to the backups. */
  'sync.putAway': call(z.strictObject({ paths: z.array(path).min(1).max(1000) }))<readonly PutAway[]>(),
  'merge.preview': call(z.strictObject({ paths: z.array(path).min(1).max(100) }))<MergePreview>(),
  'merge.list': call(none)<readonly MergeLine[]>(),
  'merge.arrivals': call(z.strictObject({ merge: id }))<readonly Arrival[]>(),
  /** What a merge does to one record, field by field; without a merge, the one last looked at. */
  'merge.details': call(z.strictObject({ merge: id.nullable(), id }))<readonly FieldArrival[]>(),
  'merge.undo': call(z.strictObject({ merge: id }))<{ changes: number }>(),
  'settle.list': call(none)<SettleList>(),
  'settle.text': call(
    z.strictObject({ merge: id, index: z.number().int().min(0), state: z.enum(['open', 'back', 'let-go']) }),
  )<null>(),
  'task.cancel': call(z.strictObject({ task: z.enum(['merge', 'suggest']) }))<null>(),
  'records.create': call(
    z.strictObject({
      kind: z.enum([...RECORD_KINDS, 'brief', 'concept', 'search', 'theme']),
      lang,
      steps: z.array(step).max(500).optional(),
    }),
  )<SubjectView>(),
  'records.view': call(z.strictObject({ id }))<SubjectView>(),
  'records.change': call(z.strictObject({ id, steps: z.array(step).min(1).max(1000) }))<SubjectView>(),
  'records.changeMany': call(z.strictObject({ ids, steps: z.array(step).min(1).max(100) }))<{ changed: number }>(),
  'records.delete': call(z.strictObject({ ids }))<{ changed: number }>(),
  'records.restore': call(z.strictObject({ ids }))<{ changed: number }>(),
  'records.cards': call(z.strictObject({ ids }))<readonly Card[]>(),
  /** Tags that the text of a record speaks for, with what is being typed; in the language given, or the record's own. */
  'suggest.record': call(z.strictObject({ id, lang }))<RecordSuggestions>(),
  'nearby.of': call(z.strictObject({ id, lang }))<Nearby>(),
  /** Which of some records, or of all, have suggestions to decide about. */
  'suggest.queue': call(z.strictObject({ ids: ids.nullable() }))<ReviewQueue>(),
  'library.search': call(
    z.strictObject({
      query: z.string().max(10_000),
      filters,
      sort: z.enum(['relevance', 'modified', 'created', 'title', 'period']),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(100_000),
      lang,
      asTyped: z.boolean().optional(),
    }),
  )<LibraryPage>(),
  'library.ids': call(z.strictObject({ query: z.string().max(10_000), filters, asTyped: z.boolean().optional() }))<
    readonly string[]
  >(),
  'searches.list': call(none)<readonly SavedSearch[]>(),
  'themes.list': call(none)<readonly ThemeView[]>(),
  'briefs.list': call(none)<readonly Card[]>(),
  'briefs.check': call(z.strictObject({ id, lang }))<BriefCheck>(),
  'briefs.preview': call(z.strictObject({ id, lang }))<BriefPreview>(),
  'briefs.export': call(
    z.strictObject({
      id,
      lang,
      format: z.enum(['pdf', 'docx', 'html', 'md']),
      path,
      paper: z.enum(['A4', 'Letter']).optional(),
    }),
  )<ExportDone>(),
  'history.timeline': call(
    z.strictObject({ id, before: stamp.nullable(), limit: z.number().int().min(1).max(500) }),
  )<HistoryPage>(),
  'history.version': call(z.strictObject({ id, stamp }))<RecordVersion>(),
  'history.restore': call(z.strictObject({ id, stamp, keys: z.array(z.string().max(200)).max(1000).optional() }))<{
    changed: number
  }>(),
  'history.undo': call(none)<Undone>(),
  'history.redo': call(none)<Undone>(),
  'translations.list': call(z.strictObject({ id, lang }))<readonly FieldTranslation[]>(),
  'translations.mark': call(
    z.strictObject({ id, lang, fields: z.array(fieldName).max(100), state: z.enum(TRANSLATION_STATES) }),
  )<{ changed: number }>(),
  'people.list': call(none)<People>(),
  'people.names': call(none)<Readonly<Record<string, string>>>(),
  'people.missing': call(z.strictObject({ stamp }))<readonly string[]>(),
  'people.join': call(z.strictObject({ name, person: name }))<{ changed: number }>(),
  'people.separate': call(z.strictObject({ name }))<{ changed: number }>(),
  'people.apart': call(
    z.strictObject({ what: z.enum(['name', 'theme', 'record']), one: z.string().max(400), other: z.string().max(400) }),
  )<{ changed: number }>(),
  'import.files': call(z.strictObject({ paths: z.array(path).min(1).max(1000) }))<ImportDone>(),
  /** Earlier states of a file that is on this computer, whether or not the file itself can be read. */
  'versions.list': call(z.strictObject({ path }))<readonly EarlierVersion[]>(),
  'versions.look': call(z.strictObject({ path, version }))<VersionContent>(),
  /** Puts an earlier version at `to`, as a file like any other. */
  'versions.open': call(z.strictObject({ path, version, to: path }))<null>(),
  /** What could be brought back of a damaged file. */
  'versions.salvage': call(z.strictObject({ path }))<VersionContent & { readonly complete: boolean }>(),
  'versions.saveSalvaged': call(z.strictObject({ path, to: path }))<null>(),
  'preferences.get': call(none)<Preferences>(),
  'preferences.set': call(preferences)<Preferences>(),
  'shell.info': call(none)<AppInfo>(),
  'shell.recent': call(none)<readonly RecentWorkspace[]>(),
  'shell.chooseOpen': call(z.strictObject({ what: z.enum(['workspace', 'merge', 'import']) }))<readonly string[]>(),
  'shell.chooseSave': call(
    z.strictObject({
      what: z.enum(['workspace', 'copy', 'pdf', 'docx', 'html', 'md']),
      name: z.string().max(300),
      /** A file in whose folder to begin. */
      path: path.optional(),
    }),
  )<string | null>(),
  'shell.showFile': call(z.strictObject({ path }))<null>(),
  'shell.openLink': call(z.strictObject({ url: z.string().max(4096) }))<{ opened: boolean }>(),
  'shell.print': call(none)<null>(),
  /** The answer to `window.closing`: everything typed has been sent to the engine. */
  'shell.readyToClose': call(none)<null>(),
} as const

/** What an import through the window came to. */
export type ImportDone = {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly problems: readonly { readonly where: string; readonly code: string }[]
}

/** The name of a call. */
export type CallName = keyof typeof CALLS
/** What is asked, as it is after checking. */
export type Ask<N extends CallName> = z.infer<(typeof CALLS)[N]['ask']>
/** What is answered when all is well. */
export type Reply<N extends CallName> =
  | NonNullable<(typeof CALLS)[N]['reply']>
  | Extract<(typeof CALLS)[N]['reply'], null>
