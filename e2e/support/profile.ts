import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preferences } from '../../src/ipc/shapes.ts'

/** Lays preferences into a data folder before the app starts, as an earlier run would have left them. */
export function leavePreferences(profile: string, preferences: Partial<Preferences>): void {
  mkdirSync(profile, { recursive: true })
  writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ preferences }))
}
