import { richState } from '../core/history/project.ts'
import type { Subject } from '../core/history/settle.ts'
import { makeChange } from '../core/history/steps.ts'
import { findField, findKind } from '../core/model/kinds.ts'
import type { FieldStep } from '../core/model/view.ts'
import { clientIdOf } from '../core/rich-text/client-id.ts'
import { repointCitations } from '../core/rich-text/repoint.ts'
import type { WorkingSet } from './working-set.ts'
import type { Workspace } from './workspace.ts'

/**
 * Makes all that stands in a workspace and speaks of one record or theme speak of another: tags, the records of briefs,
 * citations in any text, broader themes. What is deleted is left alone, since an edit would bring it back.
 */
export function repoint(workspace: Workspace, work: WorkingSet, from: string, to: string): void {
  for (const id of new Set([...workspace.store.mentioning(from), ...work.touched()])) {
    const subject = id === from ? undefined : work.subject(id)
    if (!subject || subject.deleted || !findKind(subject.kind)) continue
    const changed = workspace.changeIn(work, id, [...setSteps(subject, from, to), ...parentSteps(subject, from, to)])
    if (!changed.ok) throw new Error(`${id} cannot speak of ${to}: ${changed.problem.code}`)
    repointTexts(workspace, work, subject, from, to)
  }
}

function setSteps({ kind, sets }: Subject, from: string, to: string): readonly FieldStep[] {
  return [...sets].flatMap(([field, elements]): readonly FieldStep[] => {
    const declared = findField(kind, field)
    const isOfIds = declared?.type === 'set' && (declared.element === 'theme' || declared.element === 'record')
    if (!isOfIds || !elements.some(({ key }) => key === from)) return []
    return [
      { op: 'remove', field, key: from },
      { op: 'add', field, value: to },
    ]
  })
}

/** A theme under one that is gone stands under the other; that one itself does not stand under itself. */
function parentSteps({ id, kind, values }: Subject, from: string, to: string): readonly FieldStep[] {
  if (kind !== 'theme' || id === to || values.get('parent')?.value !== from) return []
  return [{ op: 'set', field: 'parent', value: to }]
}

function repointTexts(workspace: Workspace, work: WorkingSet, subject: Subject, from: string, to: string): void {
  for (const key of subject.edits.keys()) {
    const [field = '', locale = ''] = key.split(':')
    if (findField(subject.kind, field)?.type !== 'rich') continue
    // A writer's id must never be used again for other text: the stamp in it is met only once.
    const client = clientIdOf(workspace.clock.next())
    const value = repointCitations(richState(subject, field, locale), from, to, client)
    if (value) work.add([makeChange(subject, { field, locale, op: 'edit', value, replaces: [] }, workspace.acting())])
  }
}
