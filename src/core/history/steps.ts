import { canonicalJson, isJsonObject, type Json } from '../model/json.ts'
import { findField, findKind } from '../model/kinds.ts'
import type { Field } from '../model/fields.ts'
import { isLang, type Lang } from '../model/lang.ts'
import { meaningOf } from '../model/tag-meaning.ts'
import { checkElement, checkValue } from '../model/values.ts'
import type { FieldStep } from '../model/view.ts'
import { done, type Outcome, type Problem, refused } from '../problem.ts'
import { type Change, fieldKey } from './change.ts'
import type { Clock } from './clock.ts'
import { elementKey, isContested, type Subject } from './settle.ts'

/** Who does something, and the clock and wall time it is done by. */
export type Acting = { readonly clock: Clock; readonly author: string; readonly at: number }

/** The subject that steps are taken on: its id and kind, and what is known of it (undefined before its first change). */
export type Target = { readonly id: string; readonly kind: string; readonly subject: Subject | undefined }

/**
 * Turns a person's steps into changes: checks every value and names what each one replaces. A step that changes
 * nothing makes no change. All steps or none: the first problem refuses them all.
 */
export function changesFor(target: Target, steps: readonly FieldStep[], acting: Acting): Outcome<readonly Change[]> {
  if (!findKind(target.kind)) return refused({ code: 'unknown-kind', kind: target.kind })
  const made: Change[] = []
  for (const step of steps) {
    const change = changeFor(target, step, acting, made)
    if (!change.ok) return change
    if (change.value) made.push(change.value)
  }
  return done(made)
}

/** Makes one change with the next stamp. */
export function makeChange(
  target: Pick<Target, 'id' | 'kind'>,
  what: Pick<Change, 'field' | 'locale' | 'op' | 'value' | 'replaces'>,
  acting: Acting,
): Change {
  return {
    id: acting.clock.next(),
    at: acting.at,
    author: acting.author,
    subject: target.id,
    kind: target.kind,
    ...what,
  }
}

function changeFor(target: Target, step: FieldStep, acting: Acting, made: readonly Change[]): Outcome<Change | null> {
  const field = findField(target.kind, step.field)
  if (!field) return refused({ code: 'unknown-field', field: step.field, kind: target.kind })
  switch (step.op) {
    case 'set':
      return setChange(target, field, step, acting, made)
    case 'add':
      return addChange(target, field, step.value, acting, made)
    case 'remove':
      return removeChange(target, field, step.key, acting, made)
    case 'edit':
      if (field.type !== 'rich') return wrongOperation(field)
      return done(
        makeChange(
          target,
          { field: field.id, locale: step.locale, op: 'edit', value: step.update, replaces: [] },
          acting,
        ),
      )
  }
}

function setChange(
  target: Target,
  field: Field,
  step: Extract<FieldStep, { op: 'set' }>,
  acting: Acting,
  made: readonly Change[],
): Outcome<Change | null> {
  const locale = step.locale ?? ''
  const misplaced = localeProblem(field, locale)
  if (misplaced) return refused(misplaced)
  const value = checkValue(field, step.value)
  if (!value.ok) return value
  const earlier = made.filter((change) => change.op === 'set' && change.field === field.id && change.locale === locale)
  const settled = target.subject?.values.get(fieldKey(field.id, locale))
  const open = settled?.open ?? []
  const same = canonicalJson(settled?.value ?? null) === canonicalJson(value.value)
  if (earlier.length === 0 && same && !isContested(open)) return done(null)
  const saw = step.saw ?? open.map((entry) => entry.id)
  const replaces = [...saw, ...earlier.map((change) => change.id)]
  return done(makeChange(target, { field: field.id, locale, op: 'set', value: value.value, replaces }, acting))
}

function addChange(
  target: Target,
  field: Field,
  given: Json,
  acting: Acting,
  made: readonly Change[],
): Outcome<Change | null> {
  if (field.type !== 'set') return wrongOperation(field)
  const value = checkElement(field.id, field.element, given)
  if (!value.ok) return value
  const key = elementKey(value.value)
  const open = openElements(target, field.id, key, made)
  const latest = open[0]
  if (latest && open.length === 1 && isSame(latest.value, value.value)) return done(null)
  const replaces = open.map((entry) => entry.id)
  return done(makeChange(target, { field: field.id, locale: '', op: 'add', value: value.value, replaces }, acting))
}

function isSame(one: Json, other: Json): boolean {
  return canonicalJson(meaningOf(one)) === canonicalJson(meaningOf(other))
}

function removeChange(
  target: Target,
  field: Field,
  key: string,
  acting: Acting,
  made: readonly Change[],
): Outcome<Change | null> {
  if (field.type !== 'set') return wrongOperation(field)
  const replaces = openElements(target, field.id, key, made).map((entry) => entry.id)
  if (replaces.length === 0) return done(null)
  return done(makeChange(target, { field: field.id, locale: '', op: 'remove', value: null, replaces }, acting))
}

/** The adds of one element that stand open, counting those made in the same list of steps; latest first. */
function openElements(target: Target, field: string, key: string, made: readonly Change[]) {
  const before = target.subject?.sets.get(field)?.find((element) => element.key === key)?.open ?? []
  const gone = new Set(made.flatMap((change) => change.replaces))
  const added = made.flatMap((change) =>
    change.op === 'add' &&
    change.field === field &&
    !(change.value instanceof Uint8Array) &&
    elementKey(change.value) === key
      ? [{ id: change.id, value: change.value }]
      : [],
  )
  return [...added.reverse(), ...before].filter((entry) => !gone.has(entry.id))
}

function localeProblem(field: Field, locale: string): Problem | undefined {
  if (field.type === 'set' || field.type === 'rich')
    return { code: 'wrong-value', field: field.id, expected: field.type }
  if (field.localized && !isLang(locale)) return { code: 'unknown-lang', lang: locale }
  if (!field.localized && locale !== '') return { code: 'unknown-lang', lang: locale }
  return undefined
}

function wrongOperation(field: Field): Outcome<never> {
  return refused({ code: 'wrong-value', field: field.id, expected: field.type })
}

/** The language a subject was written in; English where it never said. */
export function sourceLang(subject: Pick<Subject, 'values'>): Lang {
  const value = subject.values.get('lang')?.value
  return isLang(value) ? value : 'en'
}

/** The lifecycle value of a subject that is not deleted. */
export const ACTIVE: Json = { state: 'active' }

/** Whether a lifecycle value says deleted. */
export function saysDeleted(value: Json): boolean {
  return isJsonObject(value) && value['state'] === 'deleted'
}
