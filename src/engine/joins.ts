import { apartKey } from '../core/history/apart.ts'
import { keptOf } from '../core/join/alike.ts'
import { takingOver } from '../core/join/join-records.ts'
import { fieldKey } from '../core/history/change.ts'
import type { Subject } from '../core/history/settle.ts'
import { isRecordKind } from '../core/model/kinds.ts'
import { LANGS } from '../core/model/lang.ts'
import type { FieldStep } from '../core/model/view.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import { findTheme } from '../core/taxonomy/themes.ts'
import { repoint } from './repoint.ts'
import type { WorkingSet } from './working-set.ts'
import { WORKSPACE_SUBJECT, type Workspace } from './workspace.ts'

/** A join as whoever asked for it is told: what is kept, and in how many changes. */
export type Joined = { readonly kept: string; readonly changed: number }

/**
 * Joins two records, or two themes, into one, as one deed that can be undone. The lower id is kept, and a built-in theme
 * before any other; the other one is deleted and can be restored from its history.
 */
export function join(workspace: Workspace, one: string, other: string): Outcome<Joined> {
  const work = workspace.work()
  const joined = joinIn(workspace, work, one, other)
  if (!joined.ok) return joined
  workspace.commit(work, 'step')
  return done({ kept: joined.value, changed: work.made().length })
}

/** The same inside a working set; answers the id that is kept. */
export function joinIn(workspace: Workspace, work: WorkingSet, one: string, other: string): Outcome<string> {
  const [kept, gone] = keptThemeOr(one, other)
  const [keep, take] = [work.subject(kept), work.subject(gone)]
  if (!take) return refused({ code: 'unknown-record', id: gone })
  if (!keep && !findTheme(kept)) return refused({ code: 'unknown-record', id: kept })
  const isTheme = take.kind === 'theme' && (keep === undefined || keep.kind === 'theme')
  const areRecords = isRecordKind(take.kind) && keep?.kind === take.kind
  if (kept === gone || keep?.deleted === true || !(isTheme || areRecords))
    return refused({ code: 'not-joinable', one, other })
  const taken = keep ? takeOver(workspace, work, keep, take) : done(0)
  if (!taken.ok) return taken
  repoint(workspace, work, gone, kept)
  const left = workspace.changeIn(work, gone, [{ op: 'set', field: 'joined', value: kept }])
  if (!left.ok) return left
  const removed = workspace.removeIn(work, gone)
  return removed.ok ? done(kept) : removed
}

/** Remembers that two records or themes are not the same, for everybody. */
export function apartIn(workspace: Workspace, work: WorkingSet, one: string, other: string): Outcome<number> {
  const what = work.subject(one)?.kind === 'theme' || findTheme(one) ? 'theme' : 'record'
  return workspace.changeIn(work, WORKSPACE_SUBJECT, [{ op: 'add', field: 'apart', value: apartKey(what, one, other) }])
}

/** A built-in theme is in every workspace, and nobody can delete it. */
function keptThemeOr(one: string, other: string): readonly [kept: string, gone: string] {
  if (findTheme(one)) return [one, other]
  return findTheme(other) ? [other, one] : keptOf(one, other)
}

function takeOver(workspace: Workspace, work: WorkingSet, keep: Subject, take: Subject): Outcome<number> {
  if (keep.kind === 'theme') return workspace.changeIn(work, keep.id, themeSteps(keep, take))
  const changes = takingOver(keep, take, workspace.acting())
  work.add(changes)
  return done(changes.length)
}

/** A theme takes over the names it lacks, and the place of the other one where it has none of its own. */
function themeSteps(keep: Subject, take: Subject): readonly FieldStep[] {
  const labels = LANGS.flatMap((locale): readonly FieldStep[] => {
    const key = fieldKey('label', locale)
    const [own, value] = [keep, take].map((theme) => theme.values.get(key)?.value ?? null)
    return own || !value ? [] : [{ op: 'set', field: 'label', locale, value }]
  })
  const [own, value] = [keep, take].map((theme) => theme.values.get('parent')?.value ?? null)
  const isLoose = !own || own === take.id
  if (!isLoose || own === (value ?? null)) return labels
  return [...labels, { op: 'set', field: 'parent', value: value === keep.id ? null : (value ?? null) }]
}
