import { KEPT_BY_THE_APP } from '../core/history/field-content.ts'
import { richState } from '../core/history/project.ts'
import type { Subject } from '../core/history/settle.ts'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../core/model/json.ts'
import { type Field, RICH_TEXT_LIMIT } from '../core/model/fields.ts'
import { findField, findKind } from '../core/model/kinds.ts'
import { isLang, type Lang } from '../core/model/lang.ts'
import { cleanText } from '../core/model/text.ts'
import { TRANSLATION_STATES } from '../core/model/translation.ts'
import type { FieldStep } from '../core/model/view.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import { TEXT_BLOCK_KINDS, type TextBlockKind } from '../core/rich-text/document.ts'
import { deleteText, insertText, setBlockKind } from '../core/rich-text/text-steps.ts'
import { clientIdOf } from '../core/rich-text/client-id.ts'
import { mergeEdits } from '../core/rich-text/merge-edits.ts'
import { plainText } from '../core/rich-text/plain-text.ts'
import { readDocument } from '../core/rich-text/read-document.ts'
import { matchCountry } from '../core/taxonomy/countries.ts'
import { matchSdg } from '../core/taxonomy/sdgs.ts'
import { findTheme } from '../core/taxonomy/themes.ts'
import { newId } from '../core/history/ids.ts'
import { externalIds } from './external-ids.ts'
import type { Line } from './import/lines.ts'
import { parseLine } from './import/parse-line.ts'
import { apartIn, joinIn } from './joins.ts'
import { ensureTheme } from './themes.ts'
import type { WorkingSet } from './working-set.ts'
import type { Workspace } from './workspace.ts'
import { markIn } from './translation/field-translations.ts'
import { workspaceLang } from './workspace-facts.ts'

/** What a list of operations came to: how many, and the ids of what was created, by line. */
export type Applied = { readonly applied: number; readonly ids: Readonly<Record<string, string>> }

/**
 * Applies operations in the form of the command line's contract: all lines or none. The first line that cannot be
 * applied refuses them all, and is named.
 */
export function applyOperations(workspace: Workspace, lines: Iterable<Line>): Outcome<Applied> {
  const work = workspace.work()
  const refs = new Map<string, string>()
  const applying: Applying = { workspace, work, refs, externalIds: onceMade(() => externalIds(workspace)) }
  const ids: Record<string, string> = {}
  let applied = 0
  for (const line of lines) {
    const operation = 'fault' in line ? undefined : parseLine(line.text)
    if (!isJsonObject(operation)) return refused({ code: 'broken-line', line: line.number })
    const outcome = applyOne(applying, operation)
    if (!outcome.ok) return refused({ code: 'line-refused', line: line.number, problem: outcome.problem })
    if (outcome.value !== null) ids[`line ${line.number}`] = outcome.value
    applied += 1
  }
  workspace.commit(work, 'step')
  return done({ applied, ids })
}

type Applying = {
  readonly workspace: Workspace
  readonly work: WorkingSet
  /** What was created in this list, by the name it was given there. */
  readonly refs: Map<string, string>
  readonly externalIds: () => ReadonlyMap<string, string>
}

/** What the app keeps for itself no person writes by hand. */
function fieldOf(kind: string, name: Json | undefined): Field | undefined {
  return typeof name === 'string' && !KEPT_BY_THE_APP.has(name) ? findField(kind, name) : undefined
}

function onceMade<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Applies one operation; answers the id of what it created, else null. */
function applyOne(applying: Applying, operation: JsonObject): Outcome<string | null> {
  const { workspace, work } = applying
  const op = operation['op']
  if (op === 'create') return create(applying, operation)
  const target = targetOf(applying, operation)
  if (!target.ok) return target
  const { id } = target.value
  switch (op) {
    case 'set':
    case 'add':
    case 'remove': {
      const step = stepOf(applying, target.value, operation, op)
      return step.ok ? nothing(workspace.changeIn(work, id, [step.value])) : step
    }
    case 'insert-text':
    case 'delete-text':
    case 'block': {
      const step = textStep(applying, target.value, operation, op)
      return step.ok ? nothing(workspace.changeIn(work, id, [step.value])) : step
    }
    case 'join':
    case 'apart': {
      const other = withOf(applying, operation)
      if (!other.ok) return other
      return nothing(
        op === 'join' ? joinIn(workspace, work, id, other.value) : apartIn(workspace, work, id, other.value),
      )
    }
    case 'translation':
      return mark(applying, id, operation)
    case 'delete':
      return nothing(workspace.removeIn(work, id))
    case 'restore':
      return nothing(workspace.changeIn(work, id, [{ op: 'set', field: 'lifecycle', value: { state: 'active' } }]))
    default:
      return refused({ code: 'unknown-operation', op: typeof op === 'string' ? op : '' })
  }
}

/** Says how far a translation has come; its source counts as seen as it is now. */
function mark({ workspace, work }: Applying, id: string, operation: JsonObject): Outcome<null> {
  const [field, lang] = [jsonText(operation['field']), jsonText(operation['lang'])]
  const state = TRANSLATION_STATES.find((entry) => entry === operation['state'])
  if (!isLang(lang)) return refused({ code: 'unknown-lang', lang })
  if (!state) return refused({ code: 'wrong-value', field: 'state', expected: TRANSLATION_STATES.join(', ') })
  return nothing(markIn(workspace, work, { id, lang, field, state }))
}

function nothing(outcome: Outcome<unknown>): Outcome<null> {
  return outcome.ok ? done(null) : outcome
}

function create({ workspace, work, refs }: Applying, operation: JsonObject): Outcome<string> {
  const kind = operation['kind'] ?? 'case-study'
  if (typeof kind !== 'string' || kind === 'workspace' || !findKind(kind)) {
    return refused({ code: 'unknown-kind', kind: typeof kind === 'string' ? kind : '' })
  }
  const lang = operation['lang'] ?? workspaceLang(workspace)
  if (!isLang(lang)) return refused({ code: 'unknown-lang', lang: jsonText(lang) })
  const given = operation['set'] ?? {}
  if (!isJsonObject(given)) return refused({ code: 'wrong-value', field: 'set', expected: '{…}' })
  const steps: FieldStep[] = []
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(kind, name)
    if (!field) return refused({ code: 'unknown-field', field: name, kind })
    steps.push({ op: 'set', field: name, locale: field.localized ? lang : '', value })
  }
  const id = newId(workspace.ports)
  const created = workspace.createIn(work, { id, kind, lang, steps })
  const ref = operation['ref']
  if (created.ok && typeof ref === 'string') refs.set(ref, id)
  return created
}

function targetOf(applying: Applying, operation: JsonObject): Outcome<Subject> {
  const named = operation['id']
  return typeof named === 'string'
    ? subjectNamed(applying, named)
    : refused({ code: 'wrong-value', field: 'id', expected: 'text' })
}

/** A record by its id, by the id it was imported with, or by the name it was given when it was created in this list. */
function subjectNamed({ work, refs, externalIds }: Applying, named: string): Outcome<Subject> {
  if (named.startsWith('@') && !work.subject(named)) {
    const id = refs.get(named.slice(1))
    const created = id === undefined ? undefined : work.subject(id)
    return created ? done(created) : refused({ code: 'unknown-reference', ref: named })
  }
  const subject = work.subject(named) ?? work.subject(externalIds().get(named) ?? '')
  return subject ? done(subject) : refused({ code: 'unknown-record', id: named })
}

/** The other one that an operation on two speaks of: a record or theme like the first, or a built-in theme. */
function withOf(applying: Applying, operation: JsonObject): Outcome<string> {
  const named = operation['with']
  if (typeof named !== 'string') return refused({ code: 'wrong-value', field: 'with', expected: 'text' })
  if (findTheme(named)) return done(named)
  const subject = subjectNamed(applying, named)
  return subject.ok ? done(subject.value.id) : subject
}

function stepOf(
  applying: Applying,
  subject: Subject,
  operation: JsonObject,
  op: 'set' | 'add' | 'remove',
): Outcome<FieldStep> {
  const name = operation['field']
  const field = fieldOf(subject.kind, name)
  if (!field) return refused({ code: 'unknown-field', field: jsonText(name), kind: subject.kind })
  const value = operation['value'] ?? null
  if (op === 'set') {
    // Null clears a value; that must not happen to somebody who forgot to give one.
    if (operation['value'] === undefined) return refused({ code: 'wrong-value', field: 'value', expected: field.type })
    const lang = langOf(operation, subject, field.localized)
    return lang.ok ? done({ op, field: field.id, locale: lang.value, value }) : lang
  }
  const element = field.type === 'set' ? meant(applying, subject, field.element, value) : done(value)
  if (!element.ok) return element
  if (op === 'add') return done({ op, field: field.id, value: element.value })
  const key = isJsonObject(element.value) ? (element.value['key'] ?? element.value['code']) : element.value
  return typeof key === 'string'
    ? done({ op, field: field.id, key })
    : refused({ code: 'wrong-value', field: field.id, expected: 'key' })
}

/** Codes and names as people write them become those of the lists: "SDG 5", "Sénégal", "Governance". A new row gets its key. */
function meant(applying: Applying, subject: Subject, element: string, value: Json): Outcome<Json> {
  const { workspace, work } = applying
  if (isJsonObject(value) && element !== 'sdg' && value['key'] === undefined)
    return done({ ...value, key: newId(workspace.ports) })
  if (typeof value !== 'string') return done(value)
  if (element === 'sdg') return done(matchSdg(value) ?? value)
  if (element === 'country') return done(matchCountry(value) ?? value)
  if (element === 'theme') {
    const lang = subject.values.get('lang')?.value
    return ensureTheme(workspace, work, value, isLang(lang) ? lang : workspaceLang(workspace))
  }
  if (element !== 'record') return done(value)
  const cited = subjectNamed(applying, value)
  return cited.ok ? done(cited.value.id) : cited
}

function langOf(operation: JsonObject, subject: Subject, localized: boolean): Outcome<Lang | ''> {
  if (!localized) return done('')
  const lang = operation['lang'] ?? subject.values.get('lang')?.value ?? null
  return isLang(lang) ? done(lang) : refused({ code: 'unknown-lang', lang: typeof lang === 'string' ? lang : '' })
}

function textStep(
  applying: Applying,
  subject: Subject,
  operation: JsonObject,
  op: 'insert-text' | 'delete-text' | 'block',
): Outcome<FieldStep> {
  const name = operation['field']
  const field = typeof name === 'string' ? findField(subject.kind, name) : undefined
  if (field?.type !== 'rich') return refused({ code: 'unknown-field', field: jsonText(name), kind: subject.kind })
  const lang = langOf(operation, subject, true)
  if (!lang.ok) return lang
  const locale = lang.value as Lang
  const state = richState(subject, field.id, locale)
  const update = edited(applying, state, operation, op, field.id)
  if (!update.ok) return update
  const length = op === 'insert-text' ? lengthWith(state, update.value) : 0
  if (length > RICH_TEXT_LIMIT)
    return refused({ code: 'text-too-long', field: field.id, length, limit: RICH_TEXT_LIMIT })
  return done({ op: 'edit', field: field.id, locale, update: update.value })
}

/** How long a text becomes; 0 where it is far from too long, since its bytes are few. */
function lengthWith(state: Uint8Array, update: Uint8Array): number {
  if (state.length + update.length <= RICH_TEXT_LIMIT) return 0
  return plainText(readDocument(mergeEdits([state, update]))).length
}

function edited(
  { workspace }: Applying,
  state: Uint8Array,
  operation: JsonObject,
  op: 'insert-text' | 'delete-text' | 'block',
  field: string,
): Outcome<Uint8Array> {
  // A writer's id must never be used again for other text: the stamp in it is met only once.
  const client = clientIdOf(workspace.clock.next())
  if (op === 'block') {
    const kind = operation['kind']
    const known = TEXT_BLOCK_KINDS.find((entry): entry is TextBlockKind => entry === kind)
    if (!known) return refused({ code: 'wrong-value', field: 'kind', expected: TEXT_BLOCK_KINDS.join(', ') })
    const index = integer(operation['index'])
    return index === undefined
      ? refused({ code: 'wrong-value', field: 'index', expected: '0, 1, 2 …' })
      : setBlockKind(state, index, known, client, field)
  }
  const at = integer(operation['at'])
  if (at === undefined) return refused({ code: 'wrong-value', field: 'at', expected: '0, 1, 2 …' })
  if (op === 'insert-text') {
    const text = operation['text']
    if (typeof text !== 'string') return refused({ code: 'wrong-value', field: 'text', expected: 'text' })
    return insertText(state, at, cleanText(text), client, field)
  }
  const length = integer(operation['length'])
  return length === undefined
    ? refused({ code: 'wrong-value', field: 'length', expected: '0, 1, 2 …' })
    : deleteText(state, at, length, client, field)
}

function integer(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
