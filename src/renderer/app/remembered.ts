import { call } from './client.ts'
import { useSession } from './session.ts'

/** How much is remembered at most, in characters; beyond it the oldest goes first. */
const LIMIT = 60_000

let kept: Map<string, string> | undefined

/** What a part of the window remembered of how it was left, in its own words; null where it remembered nothing. */
export function remembered(name: string): string | null {
  return all().get(name) ?? null
}

/** Remembers it beyond a restart. The window's own storage is emptied with every start, so it goes to the preferences. */
export function remember(name: string, value: string): void {
  const values = all()
  values.delete(name)
  values.set(name, value)
  for (const oldest of values.keys()) {
    if (textOf(values).length <= LIMIT) break
    values.delete(oldest)
  }
  void call('preferences.set', { remembered: textOf(values) })
}

function textOf(values: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(values))
}

function all(): Map<string, string> {
  kept ??= new Map(Object.entries(parse(useSession.getState().preferences.remembered)))
  return kept
}

function parse(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
