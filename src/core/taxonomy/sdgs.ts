import sdgTable from '../../../resources/taxonomies/sdg.json' with { type: 'json' }
import type { Lang } from '../model/lang.ts'

/** A target of a goal. The label is our own short wording, not the official sentence. */
export type SdgTarget = { readonly code: string; readonly label: Readonly<Record<Lang, string>> }

/** One of the 17 goals with its official number and colour, and its targets in official order. */
export type SdgGoal = {
  readonly goal: number
  readonly color: string
  readonly label: Readonly<Record<Lang, string>>
  readonly targets: readonly SdgTarget[]
}

/** A goal ("5") or a target ("5.2") found by its code. */
export type SdgEntry = SdgTarget & { readonly goal: number; readonly color: string }

/** The list that codes are taken from, as tags record it: the resolution that set goals and targets, and its year. */
export const SDG_FRAMEWORK = 'A/RES/70/1 (2015)'

/** The 17 goals in order, with all 169 targets. */
export const SDG_GOALS: readonly SdgGoal[] = sdgTable

const entryByCode = new Map(SDG_GOALS.flatMap(entriesOf).map((entry) => [entry.code, entry]))

function entriesOf({ goal, color, label, targets }: SdgGoal): readonly SdgEntry[] {
  const self = { code: String(goal), label, goal, color }
  return [self, ...targets.map((target) => ({ ...target, goal, color }))]
}

/** The goal or target of an official code such as "5", "5.2" or "5.a". */
export function findSdg(code: string): SdgEntry | undefined {
  return entryByCode.get(code)
}

/** Whether a text is exactly the official code of a goal or a target. */
export function isSdgCode(code: string): boolean {
  return entryByCode.has(code)
}

/** The official code that people mean by "SDG 13", "ODD 5.A" or "ods 08.10"; undefined if there is no such goal or target. */
export function matchSdg(text: string): string | undefined {
  const found = /^\s*(?:(?:sdg|odd|ods)s?\W*)?0*(\d{1,2})(?:\.(?:0*(\d{1,2})|([a-d])))?\s*$/i.exec(text)
  if (!found) return undefined
  const [, goal, digits, letter] = found
  const target = digits ?? letter?.toLowerCase()
  const code = target === undefined ? `${goal}` : `${goal}.${target}`
  return isSdgCode(code) ? code : undefined
}

/** The number of the goal that a code belongs to. */
export function goalOf(code: string): number | undefined {
  return entryByCode.get(code)?.goal
}

/** Our short words for a goal or target; an unknown code stands for itself. */
export function sdgLabel(code: string, lang: Lang): string {
  return entryByCode.get(code)?.label[lang] ?? code
}

/**
 * Orders codes as the official list does: goals by number, a goal before its targets, numbered targets by number and
 * then the lettered ones. Codes it does not know come last, by their characters.
 */
export function compareSdgCodes(a: string, b: string): number {
  const left = rankByCode.get(a) ?? Number.POSITIVE_INFINITY
  const right = rankByCode.get(b) ?? Number.POSITIVE_INFINITY
  if (left !== right) return left < right ? -1 : 1
  if (a === b) return 0
  return a < b ? -1 : 1
}

const rankByCode = new Map([...entryByCode.keys()].map((code, rank) => [code, rank]))
