import type { ElementType } from '../../../../core/model/fields.ts'
import type { Json, JsonObject } from '../../../../core/model/json.ts'

/** The elements that are written as rows of several parts. */
export type RowElement = Extract<ElementType, 'place' | 'person' | 'organisation' | 'volunteers' | 'figure'>

/** One part of a row: what is typed into it and how much of the row's width it takes, out of 12. */
export type Part = {
  readonly id: string
  readonly type: 'text' | 'number' | 'date' | 'country' | 'volunteer-type'
  readonly width: number
}

function part(id: string, type: Part['type'], width: number): Part {
  return { id, type, width }
}

/** The parts of each kind of row, in the order they are written. */
export const PARTS: Readonly<Record<RowElement, readonly Part[]>> = {
  place: [part('name', 'text', 6), part('country', 'country', 6)],
  person: [part('name', 'text', 6), part('role', 'text', 6)],
  organisation: [part('name', 'text', 7), part('role', 'text', 5)],
  volunteers: [
    part('type', 'volunteer-type', 12),
    part('number', 'number', 3),
    part('women', 'number', 3),
    part('men', 'number', 3),
    part('youth', 'number', 3),
  ],
  figure: [
    part('value', 'number', 4),
    part('unit', 'text', 8),
    part('what', 'text', 12),
    part('date', 'date', 5),
    part('source', 'text', 7),
  ],
}

/** Whether an element is written as rows. */
export function isRowElement(element: ElementType): element is RowElement {
  return element in PARTS
}

/** A row nothing has been written into; its key names it for good. */
export function blankRow(element: RowElement, key: string, country: string | undefined): JsonObject {
  if (element === 'volunteers') return { key, type: 'community' }
  if (element === 'figure') return { key, unit: '', what: '' }
  return element === 'place' && country !== undefined ? { key, name: '', country } : { key, name: '' }
}

/** Whether a row says enough to be kept: a name, a number of volunteers, a figure. */
export function isComplete(element: RowElement, row: JsonObject): boolean {
  if (element === 'figure') return typeof row['value'] === 'number'
  if (element === 'volunteers') return ['number', 'women', 'men', 'youth'].some((id) => typeof row[id] === 'number')
  return typeof row['name'] === 'string' && row['name'].trim() !== ''
}

/** Whether nothing has been written into a row, besides what it began with. */
export function isBlank(element: RowElement, row: JsonObject): boolean {
  const given = element === 'volunteers' ? ['key', 'type'] : ['key', 'country']
  return Object.entries(row).every(([id, value]) => given.includes(id) || value === '')
}

const REQUIRED: Readonly<Record<RowElement, readonly string[]>> = {
  place: ['name'],
  person: ['name'],
  organisation: ['name'],
  volunteers: ['type'],
  figure: ['unit', 'what'],
}

/** The row with one part written anew; an emptied part that need not be there is left out. */
export function withPart(element: RowElement, row: JsonObject, id: string, value: Json | undefined): JsonObject {
  const rest = Object.fromEntries(Object.entries(row).filter(([other]) => other !== id))
  if (value === undefined || value === '') return REQUIRED[element].includes(id) ? { ...rest, [id]: value ?? '' } : rest
  return { ...rest, [id]: value }
}
