import type { BriefCheck } from '../../../core/briefs/check.ts'

/** The records on the table: cited ones by their number, then the others as they were laid down. */
export function evidenceOrder(selected: readonly string[], check: BriefCheck | null): readonly string[] {
  const cited = check?.cited ?? []
  const waiting = selected.filter((record) => !cited.includes(record))
  return [...cited, ...waiting]
}
