import { settle } from '../../core/history/settle.ts'
import { viewOf } from '../../core/history/view.ts'
import { findField } from '../../core/model/kinds.ts'
import type { FieldStep, SubjectView } from '../../core/model/view.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { isReadableEdit } from '../../core/rich-text/merge-edits.ts'
import type { Opened, Session } from '../session.ts'
import { ensureTheme, listThemes } from '../themes.ts'
import { authorOf } from '../working-set.ts'
import type { Handlers } from './handlers.ts'

type Names = Extract<keyof Handlers, `records.${string}` | 'themes.list'>

/** Reading and changing records, briefs and themes. */
export function recordHandlers(session: Session): Pick<Handlers, Names> {
  return {
    'records.create'({ kind, lang, steps }) {
      const current = session.writable()
      if (!current.ok) return current
      const { workspace } = current.value
      const unreadable = unreadableEdit(asSteps(steps ?? []))
      if (unreadable) return refused(unreadable)
      const label = kind === 'theme' ? steps?.find((step) => step.op === 'set' && step.field === 'label') : undefined
      const created =
        label?.op === 'set' && typeof label.value === 'string'
          ? createTheme(current.value, label.value, lang)
          : workspace.create(kind, lang, asSteps(steps ?? []))
      return created.ok ? viewWithTyping(current.value, created.value) : created
    },
    'records.view'({ id }) {
      const current = session.current()
      return current.ok ? viewWithTyping(current.value, id) : current
    },
    'records.change'({ id, steps }) {
      const current = session.writable()
      if (!current.ok) return current
      const changed = changeSubject(session, current.value, id, asSteps(steps))
      return changed.ok ? viewWithTyping(current.value, id) : changed
    },
    'records.changeMany'({ ids, steps }) {
      const current = session.writable()
      if (!current.ok) return current
      const unreadable = unreadableEdit(asSteps(steps))
      if (unreadable) return refused(unreadable)
      const changed = current.value.workspace.changeMany(ids, asSteps(steps))
      return changed.ok ? done({ changed: changed.value }) : changed
    },
    'records.delete'({ ids }) {
      const current = session.writable()
      if (!current.ok) return current
      current.value.edits.seal()
      const removed = current.value.workspace.remove(ids)
      return removed.ok ? done({ changed: removed.value }) : removed
    },
    'records.restore'({ ids }) {
      const current = session.writable()
      if (!current.ok) return current
      const restored = current.value.workspace.restore(ids)
      return restored.ok ? done({ changed: restored.value }) : restored
    },
    'records.cards'({ ids }) {
      const current = session.current()
      if (!current.ok) return current
      const { store } = current.value.workspace
      return done(ids.flatMap((id) => store.card(id) ?? []))
    },
    'themes.list'() {
      const current = session.current()
      return current.ok ? done(listThemes(current.value.workspace.store)) : current
    },
  }
}

/** Steps as the core knows them: a missing locale is left out, not undefined. */
function asSteps(steps: readonly unknown[]): readonly FieldStep[] {
  return steps as readonly FieldStep[]
}

/** Typing from a window is bytes from outside: what Yjs cannot read must not get into the log. */
function unreadableEdit(steps: readonly FieldStep[]): Problem | undefined {
  const bad = steps.find((step) => step.op === 'edit' && !isReadableEdit(step.update))
  return bad ? { code: 'wrong-value', field: bad.field, expected: 'edit' } : undefined
}

function createTheme({ workspace }: Opened, label: string, lang: Parameters<typeof ensureTheme>[3]): Outcome<string> {
  const work = workspace.work()
  const theme = ensureTheme(workspace, work, label, lang)
  if (theme.ok) workspace.commit(work, 'step')
  return theme
}

/** Typing goes into the buffer, everything else into the log at once. */
function changeSubject(session: Session, opened: Opened, id: string, steps: readonly FieldStep[]): Outcome<number> {
  const subject = opened.workspace.subject(id)
  if (!subject) return refused({ code: 'unknown-record', id })
  const typed = steps.filter((step) => step.op === 'edit')
  for (const step of typed) {
    const field = findField(subject.kind, step.field)
    if (field?.type !== 'rich') return refused({ code: 'unknown-field', field: step.field, kind: subject.kind })
  }
  const unreadable = unreadableEdit(typed)
  if (unreadable) return refused(unreadable)
  const others = steps.filter((step) => step.op !== 'edit')
  const changed = others.length === 0 ? done(0) : opened.workspace.change(id, others)
  if (!changed.ok) return changed
  for (const { field, locale, update } of typed)
    session.type(opened, { subject: id, kind: subject.kind, field, locale, update })
  return changed
}

/** A subject with what is being typed and has not reached the log. */
function viewWithTyping(opened: Opened, id: string): Outcome<SubjectView> {
  const changes = [...opened.workspace.store.changesOf(id), ...opened.edits.pendingOf(id)]
  if (changes.length === 0) return refused({ code: 'unknown-record', id })
  return done(viewOf(settle(changes), authorOf(changes)))
}
