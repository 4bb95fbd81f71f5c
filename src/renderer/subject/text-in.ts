import type { Json } from '../../core/model/json.ts'

/** The text of a value that should be one; a file from elsewhere may hold anything there. */
export function textIn(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
