import { newId } from '../../core/history/ids.ts'
import { fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import type { Subject } from '../../core/history/settle.ts'
import { canonicalJson, isJsonObject, type Json } from '../../core/model/json.ts'
import { findField } from '../../core/model/kinds.ts'
import { checkElement, checkValue } from '../../core/model/values.ts'
import type { FieldStep } from '../../core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { mapCitations } from '../../core/rich-text/cited.ts'
import { clientIdOf } from '../../core/rich-text/client-id.ts'
import { rewriteDocument, writeDocument } from '../../core/rich-text/write-document.ts'
import { markdownToDocument } from '../../formats/markdown/read-markdown.ts'
import type { WorkingSet } from '../working-set.ts'
import type { Workspace } from '../workspace.ts'
import { ensureTheme } from '../themes.ts'
import type { RecordLine } from './record-line.ts'

/** What became of one record of an import. */
export type Imported = { readonly id: string; readonly fate: 'imported' | 'updated' | 'unchanged'; readonly problems: readonly Problem[] }

/**
 * Brings one record in, inside a working set.
 *
 * A record with an external id has the same id in every copy of the workspace, and its first text the same bytes, so
 * that two people who import the same source get one record when they merge. Importing again applies only what has
 * changed in the source since the last import: what people edited here in the meantime stays.
 *
 * @param idOf the id of the record that carries an external id, or will carry it once it is imported
 */
export function importRecord(workspace: Workspace, work: WorkingSet, line: RecordLine, idOf: (externalId: string) => string): Outcome<Imported> {
  const { ports } = workspace
  const id = line.externalId === null ? newId(ports) : idOf(line.externalId)
  const before = work.subject(id)
  if (before && before.kind !== line.kind) return refused({ code: 'duplicate-id', id: line.externalId ?? id })
  const digests = digestsOf(before)
  const importing: Importing = { workspace, work, id, idOf, line, before, digests, fresh: { ...digests }, problems: [...line.problems], extra: { ...line.extra } }
  const steps = [...valueSteps(importing), ...elementSteps(importing), ...themeSteps(importing), ...richSteps(importing)]
  const bookkeeping = bookkeepingSteps(importing)
  if (steps.length === 0 && before) return done({ id, fate: 'unchanged', problems: importing.problems })
  const changed = before
    ? workspace.changeIn(work, id, [...steps, ...bookkeeping])
    : workspace.createIn(work, { id, kind: line.kind, lang: line.lang, steps: [...steps, ...bookkeeping] })
  if (!changed.ok) return changed
  return done({ id, fate: before ? 'updated' : 'imported', problems: importing.problems })
}

type Importing = {
  readonly workspace: Workspace
  readonly work: WorkingSet
  readonly id: string
  readonly idOf: (externalId: string) => string
  readonly line: RecordLine
  readonly before: Subject | undefined
  /** Digest of each value as the source had it at the last import. */
  readonly digests: Readonly<Record<string, string>>
  readonly fresh: { [key: string]: string }
  readonly problems: Problem[]
  readonly extra: { [key: string]: Json }
}

function digestsOf(subject: Subject | undefined): Readonly<Record<string, string>> {
  const imported = subject?.values.get('imported')?.value
  if (!isJsonObject(imported)) return {}
  return Object.fromEntries(Object.entries(imported).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
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
    if (!declared || !isNew(importing, fieldKey(field, locale), value)) return []
    const checked = checkValue(declared, value)
    if (checked.ok) return [{ op: 'set', field, locale, value }]
    // A title that is too long must not be dropped in silence: the step is taken, and refuses the whole line.
    if (checked.problem.code === 'text-too-long') return [{ op: 'set', field, locale, value }]
    putAside(importing, field, value, checked.problem)
    return []
  })
}

function elementSteps(importing: Importing): readonly FieldStep[] {
  const { line } = importing
  return line.elements.flatMap(({ field, value: given }): FieldStep[] => {
    const value = field === 'records' && typeof given === 'string' ? importing.idOf(given) : given
    const declared = findField(line.kind, field)
    if (declared?.type !== 'set') return []
    const checked = checkElement(field, declared.element, value)
    if (!checked.ok) {
      putAside(importing, field, value, checked.problem)
      return []
    }
    return isNew(importing, `${field}:${canonicalJson(checked.value)}`, true) ? [{ op: 'add', field, value }] : []
  })
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
    const document = mapCitations(markdownToDocument(value), importing.idOf)
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

function bookkeepingSteps(importing: Importing): readonly FieldStep[] {
  const { before, extra, fresh, line } = importing
  const steps: FieldStep[] = [{ op: 'set', field: 'imported', value: fresh }]
  if (line.externalId !== null && !before) steps.push({ op: 'set', field: 'externalId', value: line.externalId })
  if (Object.keys(extra).length > 0) steps.push({ op: 'set', field: 'extra', value: extra })
  return steps
}

function putAside(importing: Importing, field: string, value: Json, problem: Problem): void {
  const before = importing.extra[field]
  importing.extra[field] = Array.isArray(before) ? [...(before as readonly Json[]), value] : [value]
  importing.problems.push(problem)
}
