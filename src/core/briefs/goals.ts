import type { Goal, GoalsPart } from './composition.ts'
import type { EvidenceRecord } from './content.ts'
import type { Describer } from './describe-record.ts'

/**
 * The SDGs the cited records speak to, by number. A goal that every record only mentions is left out, unless there is
 * no other.
 */
export function composeGoals(cited: readonly EvidenceRecord[], describer: Describer): GoalsPart | null {
  const tags = cited.flatMap(({ card }) => card.sdgs)
  const telling = tags.filter(({ strength }) => strength !== 'mentioned')
  const codes = new Set((telling.length > 0 ? telling : tags).map(({ code }) => code))
  const goals = [...new Set([...codes].map(goalCode))].sort(byNumber).map((code) => goalOf(code, codes, describer))
  return goals.length === 0 ? null : { kind: 'goals', id: 'goals', title: describer.words('heading.goals'), goals }
}

function goalOf(code: string, codes: ReadonlySet<string>, { lang, lookups }: Describer): Goal {
  const targets = [...codes].filter((other) => other !== code && goalCode(other) === code).sort(byNumber)
  return { code, label: lookups.sdgLabel(code, lang), color: safeColor(lookups.sdgColor(code)), targets }
}

function goalCode(code: string): string {
  return code.split('.')[0] ?? code
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** A colour goes into style sheets, so it is a colour or grey. */
function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : '#777777'
}
