import { canonicalJson, type Json } from '../model/json.ts'
import { clientIdOf } from '../rich-text/client-id.ts'
import { rewriteDocument } from '../rich-text/write-document.ts'
import type { Change } from './change.ts'
import { contentAt, type FieldContent, type FieldPlaceOf, isSameContent, placesOf } from './field-content.ts'
import { richState } from './project.ts'
import { elementKey, isContested, settle, type Subject } from './settle.ts'
import { type Acting, ACTIVE, makeChange } from './steps.ts'
import { subjectAt } from './version.ts'

/**
 * The changes that make a subject show again what it showed with one of its changes: in some places, or in all of them.
 * A restore is new changes on top of today, so that everybody gets it and nothing is lost; what a colleague writes
 * beside it meanwhile stays. A subject that is deleted comes back with it.
 *
 * @param keys the places, as `fieldKey`s; undefined for all
 * @returns none where it shows all of that already
 */
export function restoring(
  changes: readonly Change[],
  stamp: string,
  keys: readonly string[] | undefined,
  acting: Acting,
): readonly Change[] {
  const now = settle(changes)
  const then = subjectAt(changes, stamp)
  const places = placesOf(now.kind).filter(({ key }) => keys === undefined || keys.includes(key))
  const restored = places.flatMap((place) => restorePlace(now, contentAt(then, place), place, acting))
  return now.deleted ? [revival(now, acting), ...restored] : restored
}

function restorePlace(now: Subject, wanted: FieldContent, place: FieldPlaceOf, acting: Acting): readonly Change[] {
  if (wanted.type === 'value') return restoreValue(now, wanted.value, place, acting)
  if (wanted.type === 'set') return restoreSet(now, wanted.elements, place, acting)
  if (isSameContent(contentAt(now, place), wanted)) return []
  const { field, locale } = place
  // A writer's id must never be used again for other text: the stamp in it is met only once.
  const client = clientIdOf(acting.clock.next())
  const value = rewriteDocument(richState(now, field.id, locale), wanted.document, client)
  return value ? [makeChange(now, { field: field.id, locale, op: 'edit', value, replaces: [] }, acting)] : []
}

function restoreValue(now: Subject, value: Json, { field, locale, key }: FieldPlaceOf, acting: Acting) {
  const settled = now.values.get(key)
  const open = settled?.open ?? []
  // Whoever brings a value back has decided between those that stand contested.
  if (!isContested(open) && isSame(settled?.value ?? null, value)) return []
  const replaces = open.map((entry) => entry.id)
  return [makeChange(now, { field: field.id, locale, op: 'set', value, replaces }, acting)]
}

function restoreSet(now: Subject, wanted: readonly Json[], { field, key }: FieldPlaceOf, acting: Acting) {
  const present = now.sets.get(key) ?? []
  const keys = new Set(wanted.map(elementKey))
  const gone = present.filter((element) => !keys.has(element.key))
  const change = (op: 'add' | 'remove', value: Json, element: (typeof present)[number] | undefined) => {
    const replaces = (element?.open ?? []).map((entry) => entry.id)
    return makeChange(now, { field: field.id, locale: '', op, value, replaces }, acting)
  }
  const added = wanted.flatMap((value) => {
    const element = present.find((entry) => entry.key === elementKey(value))
    const isThere = element !== undefined && !isContested(element.open) && isSame(element.value, value)
    return isThere ? [] : [change('add', value, element)]
  })
  return [...gone.map((element) => change('remove', null, element)), ...added]
}

function revival(now: Subject, acting: Acting): Change {
  const replaces = (now.values.get('lifecycle')?.open ?? []).map((entry) => entry.id)
  return makeChange(now, { field: 'lifecycle', locale: '', op: 'set', value: ACTIVE, replaces }, acting)
}

function isSame(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
