import { remember, remembered } from '../../app/remembered.ts'

const KEY = 'prompts'
const LIMIT = 1000

/** Whether a quality prompt was waved away, here or before a restart. */
export function isDismissed(name: string): boolean {
  return read().includes(name)
}

/** Remembers that a quality prompt was waved away, for good. */
export function dismissPrompt(name: string): void {
  remember(KEY, JSON.stringify([...read(), name].slice(-LIMIT)))
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}
