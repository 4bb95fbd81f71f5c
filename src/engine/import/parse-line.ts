import type { Json } from '../../core/model/json.ts'

/** How deep lists and objects may stand in each other. Nobody means more, and SQLite's JSON ends at a thousand. */
const DEEPEST = 100

/** Reads a line as JSON; undefined where it is none, or nested deeper than anybody means. */
export function parseLine(text: string): Json | undefined {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as Json
    return isShallow(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isShallow(value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false
    level = level.flatMap((entry) => (typeof entry === 'object' && entry !== null ? Object.values<Json>(entry) : []))
  }
  return true
}
