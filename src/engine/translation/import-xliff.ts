import { type Change, fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import type { Subject } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import type { Field } from '../../core/model/fields.ts'
import { findField } from '../../core/model/kinds.ts'
import { isLang, type Lang } from '../../core/model/lang.ts'
import { checkValue } from '../../core/model/values.ts'
import type { FieldStep } from '../../core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { clientIdOf } from '../../core/rich-text/client-id.ts'
import { rewriteDocument } from '../../core/rich-text/write-document.ts'
import { type Fate, type Returned, takeReturned } from '../../core/translation/exchange.ts'
import { changesAt, contentSeen, seenOf } from '../../core/translation/seen.ts'
import { documentOfContent, textOfDocument } from '../../core/translation/text-document.ts'
import { TRANSLATIONS } from '../../core/translation/translation-state.ts'
import { readXliff } from '../../formats/xliff/read-xliff.ts'
import type { ReturnedFile, ReturnedGroup } from '../../formats/xliff/xliff.ts'
import type { WorkingSet } from '../working-set.ts'
import type { Workspace } from '../workspace.ts'

/** Something that could not be taken in: a record, a field or one text, with why. */
export type RefusedText = { readonly where: string; readonly problem: Problem }

/** What came back in an exchange file. `outdated` counts texts whose source was changed here meanwhile. */
export type XliffImport = {
  readonly new: number
  readonly changed: number
  readonly kept: number
  readonly outdated: number
  readonly refused: readonly RefusedText[]
}

/**
 * Takes in an exchange file that a translator gave back. What comes back is laid over what stood there when it went out
 * and merged with what was done here since, so that nothing on either side is overwritten: texts meet like two
 * colleagues' typing, single lines that differ stand contested. The same file twice, here or on another copy, is as good
 * as once.
 */
export function importXliff(
  workspace: Workspace,
  text: string,
  { dryRun, path }: { readonly dryRun: boolean; readonly path: string },
): Outcome<XliffImport> {
  const read = readXliff(text)
  if (!read.ok) return refused({ code: 'xliff-unreadable', path, fault: read.fault, line: read.line })
  if (read.files.some((file) => file.workspace !== workspace.store.header.id))
    return refused({ code: 'workspace-foreign', path })
  const work = workspace.work()
  const counts = { new: 0, changed: 0, kept: 0, outdated: 0 }
  const problems: RefusedText[] = []
  for (const file of read.files) {
    const taken = takeFile(workspace, work, file)
    problems.push(...taken.refused)
    for (const fate of taken.fates) if (fate === 'new' || fate === 'changed' || fate === 'kept') counts[fate] += 1
    counts.outdated += taken.outdated
  }
  if (!dryRun) workspace.commit(work, 'import')
  return done({ ...counts, refused: problems })
}

type Taken = { readonly fates: readonly Fate[]; readonly outdated: number; readonly refused: readonly RefusedText[] }

function takeFile(workspace: Workspace, work: WorkingSet, file: ReturnedFile): Taken {
  const nothing = (problem: Problem): Taken => ({
    fates: [],
    outdated: 0,
    refused: [{ where: file.record, problem }],
  })
  const subject = work.subject(file.record)
  if (!subject) return nothing({ code: 'unknown-record', id: file.record })
  if (subject.deleted) return nothing({ code: 'record-deleted', id: file.record })
  const { target } = file
  if (!isLang(target) || target === sourceLang(subject)) return nothing({ code: 'unknown-lang', lang: target })
  if (file.source !== sourceLang(subject)) return nothing({ code: 'unknown-lang', lang: file.source })
  const taken = file.groups.map((group) => takeGroup(workspace, work, subject, target, group))
  return {
    fates: taken.flatMap((group) => group.fates),
    outdated: taken.reduce((sum, group) => sum + group.outdated, 0),
    refused: taken.flatMap((group) => group.refused),
  }
}

function takeGroup(
  workspace: Workspace,
  work: WorkingSet,
  subject: Subject,
  target: Lang,
  group: ReturnedGroup,
): Taken {
  const { id } = subject
  const { field } = group
  const changes = work.changesOf(id)
  const source = sourceLang(subject)
  const declared = findField(subject.kind, field)
  const then = contentSeen(changes, subject.kind, field, source, group.sourceSeen)
  const there = contentSeen(changes, subject.kind, field, target, group.targetSeen)
  if (!declared?.localized || !then || !there)
    return refusedGroup(id, field, { code: 'unknown-field', field, kind: subject.kind })
  if (!hasAll(changes, group)) return refusedGroup(id, field, { code: 'translation-base-missing', id })
  const returned = takeReturned(
    documentOfContent(then.content),
    documentOfContent(there.content),
    new Map(group.units.map((unit) => [unit.id, unit.target])),
  )
  const fates = [...returned.fates.values()]
  const news = fates.filter((fate) => fate === 'new' || fate === 'changed').length
  if (news > 0) {
    const steps = stepsFor({ changes, subject: there.subject, id, declared, target, group, returned })
    const made = workspace.changeIn(work, id, steps)
    if (!made.ok) return refusedGroup(id, field, made.problem)
  }
  const isOutdated = seenOf(changesAt(changes, field, source)) !== group.sourceSeen
  return { fates, outdated: isOutdated ? news : 0, refused: refusalsOf(id, group, returned) }
}

function refusedGroup(id: string, field: string, problem: Problem): Taken {
  return { fates: [], outdated: 0, refused: [{ where: `${id} ${field}`, problem }] }
}

/** Whether this copy has what the file was made from: without it nobody can say what was changed in it. */
function hasAll(changes: readonly Change[], { sourceSeen, targetSeen }: ReturnedGroup): boolean {
  const known = new Set(changes.map(({ id }) => id))
  return `${sourceSeen} ${targetSeen}`.split(' ').every((stamp) => stamp === '' || known.has(stamp))
}

function refusalsOf(id: string, { field, units }: ReturnedGroup, { fates }: Returned): readonly RefusedText[] {
  return units.flatMap((unit): readonly RefusedText[] => {
    const fate = fates.get(unit.id)
    const where = `${id} ${field}/${unit.id}`
    if (fate === undefined) return [{ where, problem: { code: 'unknown-unit', unit: unit.id } }]
    return typeof fate === 'string' ? [] : [{ where, problem: fate }]
  })
}

type Landing = {
  readonly changes: readonly Change[]
  /** The translation as it stood when the file went out. */
  readonly subject: Subject | undefined
  readonly id: string
  readonly declared: Field
  readonly target: Lang
  readonly group: ReturnedGroup
  readonly returned: Returned
}

function stepsFor(landing: Landing): readonly FieldStep[] {
  const { declared, target, group, returned } = landing
  const state = returned.complete ? 'translated' : 'draft'
  const value = { key: fieldKey(declared.id, target), state, seen: group.sourceSeen }
  const written = declared.type === 'rich' ? editStep(landing) : setStep(landing)
  return written ? [written, { op: 'add', field: TRANSLATIONS, value }] : []
}

/** Typed over the text as it was: what was typed here since meets it as a colleague's typing does. */
function editStep({ changes, subject, id, declared, target, returned }: Landing): FieldStep | undefined {
  const field = declared.id
  const base = richState(subject ?? { id, edits: new Map() }, field, target)
  // The same file gives the same update wherever it is taken in, so that twice is as good as once.
  const update = rewriteDocument(base, returned.document, clientIdOf(`xliff\n${id}\n${field}\n${target}`))
  const isKnown = changesAt(changes, field, target).some(
    ({ value }) => update && value instanceof Uint8Array && isSameBytes(value, update),
  )
  return update && !isKnown ? { op: 'edit', field, locale: target, update } : undefined
}

/** Written over the value as it was: where it was changed here since, both stand until somebody decides. */
function setStep({ changes, subject, declared, target, returned }: Landing): FieldStep | undefined {
  const text = textOfDocument(returned.document)
  const wanted = declared.type === 'text' ? text.replaceAll('\n', ' ') : text
  const checked = checkValue(declared, wanted)
  const value = checked.ok ? checked.value : wanted
  const saw = (subject?.values.get(fieldKey(declared.id, target))?.open ?? []).map((open) => open.id)
  const isKnown = changesAt(changes, declared.id, target).some(
    (change) => change.op === 'set' && change.value === value && change.replaces.join() === saw.join(),
  )
  return isKnown ? undefined : { op: 'set', field: declared.id, locale: target, value, saw }
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
