import { fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import { elementKey, type Subject } from '../../core/history/settle.ts'
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { findField } from '../../core/model/kinds.ts'
import { checkElement, checkValue } from '../../core/model/values.ts'
import type { FieldStep } from '../../core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { mapCitations } from '../../core/rich-text/cited.ts'
import { clientIdOf } from '../../core/rich-text/client-id.ts'
import { rewriteDocument, writeDocument } from '../../core/rich-text/write-document.ts'
import { markdownToDocument } from '../../formats/markdown/read-markdown.ts'
import { ensureTheme } from '../themes.ts'
import type { WorkingSet } from '../working-set.ts'
import type { Workspace } from '../workspace.ts'
import { cleanExternalId, type RecordLine } from './record-line.ts'

/** What became of one record of an import. */
export type Imported = {
  readonly id: string
  readonly fate: 'imported' | 'updated' | 'unchanged'
  readonly problems: readonly Problem[]
}

/** A record to bring in: what its line says, its id, and how to find the id of another by its external id. */
export type RecordToImport = {
  readonly line: RecordLine
  readonly id: string
  readonly idOf: (externalId: string) => string
  /** It was exported here, and comes back to where it came from. */
  readonly isBack?: boolean
}

/**
 * Brings one record in, inside a working set.
 *
 * A record with an external id has the same id in every copy of the workspace, and its first text the same bytes, so
 * that two people who import the same source get one record when they merge. Importing again applies only what has
 * changed in the source since the last import: what people edited here in the meantime stays.
 */
export function importRecord(
  workspace: Workspace,
  work: WorkingSet,
  { line, id, idOf, isBack = false }: RecordToImport,
): Outcome<Imported> {
  const tooLong = textTooLong(line)
  if (tooLong) return refused(tooLong)
  const before = work.subject(id)
  if (before && before.kind !== line.kind) return refused({ code: 'duplicate-id', id: line.externalId ?? id })
  const refOf = (name: string) => (work.subject(name) ? name : idOf(cleanExternalId(name)))
  const digests = digestsOf(before)
  const problems = [...line.problems]
  const extra = { ...line.extra }
  const importing: Importing = {
    workspace,
    work,
    id,
    refOf,
    line,
    before,
    digests,
    fresh: { ...digests },
    problems,
    extra,
    isBack,
  }
  const known = [
    ...valueSteps(importing),
    ...elementSteps(importing),
    ...themeSteps(importing),
    ...richSteps(importing),
  ]
  const steps = [...known, ...extraSteps(importing)]
  if (steps.length === 0 && before) return done({ id, fate: 'unchanged', problems })
  const bookkeeping = bookkeepingSteps(importing)
  // Whoever brings a record back as it stands has changed nothing, and is told so.
  if (before && isBack && !isChanged(importing, steps)) return done({ id, fate: 'unchanged', problems })
  const changed = before
    ? workspace.changeIn(work, id, [...steps, ...bookkeeping])
    : workspace.createIn(work, { id, kind: line.kind, lang: line.lang, steps: [...steps, ...bookkeeping] })
  if (!changed.ok) return changed
  return done({ id, fate: before ? 'updated' : 'imported', problems })
}

/** Whether steps would change anything, found out aside. */
function isChanged({ workspace, id }: Importing, steps: readonly FieldStep[]): boolean {
  const aside = workspace.work()
  const changed = workspace.changeIn(aside, id, steps)
  return !changed.ok || changed.value > 0
}

type Importing = {
  readonly workspace: Workspace
  readonly work: WorkingSet
  readonly id: string
  readonly isBack: boolean
  /** The id of a record that the line names: one of this workspace, or one by its external id. */
  readonly refOf: (name: string) => string
  readonly line: RecordLine
  readonly before: Subject | undefined
  /** Digest of each value as the source had it at the last import. */
  readonly digests: Readonly<Record<string, string>>
  readonly fresh: { [key: string]: string }
  readonly problems: Problem[]
  readonly extra: { [key: string]: Json }
}

/** A title that is too long must not be dropped in silence, nor cut: it refuses the whole line, before anything is made. */
function textTooLong(line: RecordLine): Problem | undefined {
  for (const { field, value } of line.values) {
    const declared = findField(line.kind, field)
    const checked = declared && checkValue(declared, value)
    if (checked && !checked.ok && checked.problem.code === 'text-too-long') return checked.problem
  }
  return undefined
}

function digestsOf(subject: Subject | undefined): Readonly<Record<string, string>> {
  const imported = subject?.values.get('imported')?.value
  if (!isJsonObject(imported)) return {}
  return Object.fromEntries(
    Object.entries(imported).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
}

/** Whether the source says something else than at the last import; remembers what it says. */
function isNew(importing: Importing, key: string, value: Json): boolean {
  const digest = importing.workspace.ports.sha256(canonicalJson(value)).slice(0, 16)
  importing.fresh[key] = digest
  return importing.digests[key] !== digest
}

function valueSteps(importing: Importing): readonly FieldStep[] {
  const { line } = importing
  return line.values.flatMap(({ field, locale, value }): FieldStep[] => {
    const declared = findField(line.kind, field)
    if (!declared) return []
    const checked = checkValue(declared, value)
    if (!checked.ok) {
      putAside(importing, field, value, checked.problem)
      return []
    }
    return isNew(importing, fieldKey(field, locale), value) ? [{ op: 'set', field, locale, value }] : []
  })
}

function elementSteps(importing: Importing): readonly FieldStep[] {
  const { line } = importing
  return line.elements.flatMap(({ field, value: given }): FieldStep[] => {
    const value = field === 'records' && typeof given === 'string' ? importing.refOf(given) : given
    const declared = findField(line.kind, field)
    if (declared?.type !== 'set') return []
    const checked = checkElement(field, declared.element, value)
    if (!checked.ok) {
      putAside(importing, field, value, checked.problem)
      return []
    }
    if (importing.isBack && isThere(importing.before, field, checked.value)) return []
    const key = `${field}:${elementKey(checked.value)}`
    return isNew(importing, key, checked.value) ? [{ op: 'add', field, value }] : []
  })
}

/** Whether a record has an element already, by what it says: what comes back from a table has no keys. */
function isThere(before: Subject | undefined, field: string, value: Json): boolean {
  const bare = (one: Json) => canonicalJson(isJsonObject(one) ? { ...one, key: '' } : one)
  return (before?.sets.get(field) ?? []).some((element) => bare(element.value) === bare(value))
}

function themeSteps(importing: Importing): readonly FieldStep[] {
  const { workspace, work, line } = importing
  return line.themes.flatMap((name): FieldStep[] => {
    const theme = ensureTheme(workspace, work, name, line.lang)
    if (!theme.ok) {
      importing.problems.push(theme.problem)
      return []
    }
    return isNew(importing, `themes:${theme.value}`, true) ? [{ op: 'add', field: 'themes', value: theme.value }] : []
  })
}

function richSteps(importing: Importing): readonly FieldStep[] {
  const { before, id, line, workspace } = importing
  return line.markdown.flatMap(({ field, locale, value }): FieldStep[] => {
    const key = fieldKey(field, locale)
    if (!isNew(importing, key, value)) return []
    const document = mapCitations(markdownToDocument(value), importing.refOf)
    const digest = importing.fresh[key] ?? ''
    if (!before?.edits.has(key)) {
      const client = clientIdOf(`${id}\n${key}\n${digest}`)
      return [{ op: 'edit', field, locale, update: writeDocument(id, field, locale, document, client) }]
    }
    const state = richState(before, field, locale)
    // The same source on the same text makes the same bytes; on another text it must not reuse the writer's id.
    const client = clientIdOf(`${id}\n${key}\n${digest}\n${workspace.ports.sha256(state)}`)
    const update = rewriteDocument(state, document, client)
    return update ? [{ op: 'edit', field, locale, update }] : []
  })
}

/** What was kept aside, beside what earlier imports kept aside and this one does not mention. */
function extraSteps(importing: Importing): readonly FieldStep[] {
  const { before, extra } = importing
  if (Object.keys(extra).length === 0 || !isNew(importing, 'extra', extra)) return []
  const kept = before?.values.get('extra')?.value
  const value: JsonObject = { ...(isJsonObject(kept) ? kept : {}), ...extra }
  return [{ op: 'set', field: 'extra', value }]
}

function bookkeepingSteps({ before, fresh, line }: Importing): readonly FieldStep[] {
  const imported: FieldStep = { op: 'set', field: 'imported', value: fresh }
  if (line.externalId === null || before) return [imported]
  return [imported, { op: 'set', field: 'externalId', value: line.externalId }]
}

function putAside(importing: Importing, field: string, value: Json, problem: Problem): void {
  const before = importing.extra[field]
  importing.extra[field] = Array.isArray(before) ? [...(before as readonly Json[]), value] : [value]
  importing.problems.push(problem)
}
