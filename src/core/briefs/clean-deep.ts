import { cleanText } from '../rich-text/clean-text.ts'

/** DEL and the C1 controls: legal in XML, and a blot on every page. */
const MEANINGLESS = /[\u007F-\u009F]/g

/**
 * A copy of plain data in which every text can be printed in any format: no control characters, no half characters, no
 * tabs. Done once, to all that comes into a composition, so that no writer has to think of it.
 */
export function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value).replace(/\t/g, ' ').replace(MEANINGLESS, '') as T
  if (Array.isArray(value)) return value.map(cleanDeep) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleanDeep(entry)])) as T
}
