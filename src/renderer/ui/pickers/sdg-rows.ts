import type { Lang } from '../../../core/model/lang.ts'
import { matchSdg, SDG_GOALS, type SdgGoal } from '../../../core/taxonomy/sdgs.ts'
import { matchesWords } from './matches.ts'
import type { PickerRow } from './picker-row.ts'

/** The goals and targets to offer: found by number ("5", "5.2", "SDG 5") or by their words, else all goals in order. */
export function sdgRows(typed: string, lang: Lang, open: ReadonlySet<string>): readonly PickerRow[] {
  const query = typed.trim()
  if (query === '') return SDG_GOALS.flatMap((goal) => wholeGoal(goal, lang, open))
  const number = matchSdg(query) ?? (/^\d{1,2}\.$/.test(query) ? query : undefined)
  if (number !== undefined) return SDG_GOALS.flatMap((goal) => byNumber(goal, number, lang))
  const here = SDG_GOALS.flatMap((goal) => byWords(goal, query, lang, open, [lang]))
  return here.length > 0 ? here : SDG_GOALS.flatMap((goal) => byWords(goal, query, lang, open, ['en', 'fr', 'es']))
}

function goalRow({ goal, label }: SdgGoal, lang: Lang, isOpen: boolean): PickerRow {
  return { id: String(goal), label: label[lang], code: String(goal), level: 1, isOpen }
}

function targetRows({ targets }: SdgGoal, lang: Lang): readonly PickerRow[] {
  return targets.map(({ code, label }) => ({
    id: code,
    label: label[lang],
    code,
    level: 2,
  }))
}

function wholeGoal(goal: SdgGoal, lang: Lang, open: ReadonlySet<string>): readonly PickerRow[] {
  const isOpen = open.has(String(goal.goal))
  return [goalRow(goal, lang, isOpen), ...(isOpen ? targetRows(goal, lang) : [])]
}

function byNumber(goal: SdgGoal, number: string, lang: Lang): readonly PickerRow[] {
  const [wanted] = number.split('.')
  if (String(goal.goal) !== wanted) return []
  const targets = targetRows(goal, lang)
  if (!number.includes('.')) return [goalRow(goal, lang, true), ...targets]
  const found = targets.filter((target) => target.id.startsWith(number))
  return found.sort((a, b) => Number(b.id === number) - Number(a.id === number))
}

function byWords(
  goal: SdgGoal,
  query: string,
  lang: Lang,
  open: ReadonlySet<string>,
  langs: readonly Lang[],
): readonly PickerRow[] {
  const isFound = (label: Readonly<Record<Lang, string>>) =>
    matchesWords(
      query,
      langs.map((other) => label[other]),
    )
  const isOpen = open.has(String(goal.goal))
  const found = new Set(goal.targets.filter(({ label }) => isFound(label)).map(({ code }) => code))
  const targets = targetRows(goal, lang).filter(({ id }) => isOpen || found.has(id))
  return isFound(goal.label) ? [goalRow(goal, lang, isOpen), ...targets] : targets.filter(({ id }) => found.has(id))
}
