import { readFileSync, renameSync } from 'node:fs'
import { CALLS } from '../ipc/contract.ts'
import { firstPreferences } from '../ipc/first-preferences.ts'
import type { Preferences, RecentWorkspace } from '../ipc/shapes.ts'
import { writeWhole } from './write-whole.ts'

/** Where the window was and how large, in screen points. */
export type WindowState = {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
  readonly zoom: number
}

/** What the app remembers from one run to the next, outside any workspace. */
export type Kept = {
  readonly preferences: Preferences
  readonly recent: readonly RecentWorkspace[]
  readonly window: WindowState
  /** The workspace that was open when the app was closed. */
  readonly open: string | null
}

const RECENT_LIMIT = 12

/** Everything at its beginning. */
export function firstKept(lang: Preferences['lang']): Kept {
  const window = { width: 1280, height: 800, maximised: false, zoom: 1 }
  return { preferences: firstPreferences(lang), recent: [], window, open: null }
}

/** Reads what was kept; a damaged file is put aside, and what can be understood of an odd one is used. */
export function readKept(file: string, lang: Preferences['lang']): Kept {
  const text = readText(file)
  if (text === null) return firstKept(lang)
  const value = parse(text)
  if (value === null) {
    setAside(file)
    return firstKept(lang)
  }
  return keptOf(value, lang)
}

/** Writes what is to be kept; a failure leaves the older file whole and is answered with its reason. */
export function writeKept(file: string, kept: Kept): string | null {
  return writeWhole(file, `${JSON.stringify(kept, null, 2)}\n`)
}

/** The recent workspaces after one more was opened: latest first, each path once. */
export function withRecent(recent: readonly RecentWorkspace[], opened: RecentWorkspace): readonly RecentWorkspace[] {
  return [opened, ...recent.filter(({ path }) => path !== opened.path)].slice(0, RECENT_LIMIT)
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function setAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`)
  } catch {
    // It will be written over; there was nothing readable in it.
  }
}

function keptOf(value: Record<string, unknown>, lang: Preferences['lang']): Kept {
  const first = firstKept(lang)
  return {
    preferences: { ...first.preferences, ...knownPreferences(value['preferences']) },
    recent: Array.isArray(value['recent']) ? value['recent'].filter(isRecent).slice(0, RECENT_LIMIT) : [],
    window: { ...first.window, ...windowOf(value['window']) },
    open: typeof value['open'] === 'string' ? value['open'] : null,
  }
}

/** Each preference by itself, so that one that is wrong does not take the others along. */
function knownPreferences(value: unknown): Partial<Preferences> {
  if (!isObject(value)) return {}
  const one = (entry: readonly [string, unknown]) => CALLS['preferences.set'].ask.safeParse(Object.fromEntries([entry]))
  const good = Object.entries(value).filter((entry) => one(entry).success)
  return Object.fromEntries(good) as Partial<Preferences>
}

function windowOf(value: unknown): Partial<WindowState> {
  if (!isObject(value)) return {}
  const sizes = ['x', 'y', 'width', 'height', 'zoom'].filter((key) => isSensible(key, value[key]))
  return {
    ...Object.fromEntries(sizes.map((key) => [key, value[key]])),
    ...(typeof value['maximised'] === 'boolean' ? { maximised: value['maximised'] } : {}),
  }
}

function isSensible(key: string, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 32_000) return false
  if (key === 'zoom') return value >= 0.25 && value <= 5
  return key === 'x' || key === 'y' || value >= 300
}

function isRecent(value: unknown): value is RecentWorkspace {
  return (
    isObject(value) &&
    typeof value['path'] === 'string' &&
    typeof value['name'] === 'string' &&
    typeof value['openedAt'] === 'number'
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
