import type { Change } from '../history/change.ts'
import { contentAt, type FieldPlaceOf, isEmptyContent, placesOf } from '../history/field-content.ts'
import { richState } from '../history/project.ts'
import type { OpenValue, SettledElement, Subject } from '../history/settle.ts'
import { type Acting, makeChange } from '../history/steps.ts'
import { canonicalJson, isJsonObject, type Json } from '../model/json.ts'
import { appendDocument } from '../rich-text/append.ts'
import { mapCitations } from '../rich-text/cited.ts'

/** Of these a record has one, and it says nothing that somebody wrote: the record that is kept keeps its own. */
const KEPT: ReadonlySet<string> = new Set(['lang', 'externalId'])

/**
 * The changes by which one record takes over all that another says. What it did not say itself it says from now on; the
 * elements of sets come together; a text comes under its own; and where it says something else, both stand contested
 * until a person settles it. Nothing of its own is replaced.
 *
 * Two people who join the same records apart arrive at what one of them would have: equal values are no conflict, equal
 * elements are one, and an appended text is there once.
 */
export function takingOver(kept: Subject, other: Subject, acting: Acting): readonly Change[] {
  return placesOf(kept.kind).flatMap((place) => {
    const { type } = place.field
    if (type === 'rich') return takeText(kept, other, place, acting)
    return type === 'set' ? takeElements(kept, other, place, acting) : takeValue(kept, other, place, acting)
  })
}

function takeText(kept: Subject, other: Subject, place: FieldPlaceOf, acting: Acting): readonly Change[] {
  const content = contentAt(other, place)
  if (content.type !== 'rich' || isEmptyContent(content)) return []
  const { field, locale, key } = place
  const state = kept.edits.has(key) ? richState(kept, field.id, locale) : undefined
  const document = mapCitations(content.document, (record) => (record === other.id ? kept.id : record))
  const value = appendDocument({ subject: kept.id, field: field.id, locale }, state, document)
  return value ? [makeChange(kept, { field: field.id, locale, op: 'edit', value, replaces: [] }, acting)] : []
}

function takeValue(kept: Subject, other: Subject, place: FieldPlaceOf, acting: Acting): readonly Change[] {
  const { field, locale, key } = place
  const own = kept.values.get(key)?.open ?? []
  const says = own.filter(({ value }) => !isNothing(value))
  if (says.length > 0 && KEPT.has(field.id)) return []
  // What nobody had filled in is no value that stands against another one.
  const emptied = says.length === 0 ? own.map(({ id }) => id) : []
  return unknownIn(own, other.values.get(key)?.open ?? []).map((value, index) =>
    makeChange(kept, { field: field.id, locale, op: 'set', value, replaces: index === 0 ? emptied : [] }, acting),
  )
}

/** Values that somebody else stated, oldest first, each once, without those that stand here. */
function unknownIn(own: readonly OpenValue[], others: readonly OpenValue[]): readonly Json[] {
  const known = new Set(own.map(({ value }) => canonicalJson(value)))
  return others.toReversed().flatMap(({ value }) => {
    const text = canonicalJson(value)
    if (isNothing(value) || known.has(text)) return []
    known.add(text)
    return [value]
  })
}

function isNothing(value: Json): boolean {
  return value === null || value === '' || value === false
}

function takeElements(kept: Subject, other: Subject, { field, key }: FieldPlaceOf, acting: Acting): readonly Change[] {
  const own = kept.sets.get(key) ?? []
  const said = new Set(own.flatMap(({ open }) => open.map(({ value }) => withoutKey(value))))
  return (other.sets.get(key) ?? []).flatMap((element) =>
    unknownIn(openOf(own, element), element.open)
      .filter((value) => !said.has(withoutKey(value)))
      .map((value) => makeChange(kept, { field: field.id, locale: '', op: 'add', value, replaces: [] }, acting)),
  )
}

function openOf(own: readonly SettledElement[], { key }: SettledElement): readonly OpenValue[] {
  return own.find((element) => element.key === key)?.open ?? []
}

/** What an element says: its key is drawn by lot where two people write the same. */
function withoutKey(value: Json): string {
  if (!isJsonObject(value)) return canonicalJson(value)
  const { key: _, ...said } = value
  return canonicalJson(said)
}
