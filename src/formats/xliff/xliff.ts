import type { Lang } from '../../core/model/lang.ts'
import type { Coded } from '../../core/translation/coded-text.ts'

/** Our own attributes: OmegaT and its kind carry those of a foreign namespace along untouched. */
export const OWN = 'urn:temoin:xliff:1'

/** The namespace of XLIFF 1.2. Source: OASIS, "XLIFF Version 1.2", 2008. */
export const XLIFF = 'urn:oasis:names:tc:xliff:document:1.2'

/** How far a target has come, by its name in XLIFF 1.2 (§ 2.3, attribute `state`). */
export type TargetState = 'needs-translation' | 'translated' | 'needs-review-translation' | 'final'

/** One text to translate. */
export type XliffUnit = {
  readonly id: string
  /** What kind of text it is, for a translator who sees it alone. */
  readonly restype: string
  readonly source: Coded
  readonly target: Coded
  readonly state: TargetState
  readonly note?: string
}

/** One field of a record: what its translator saw of the source and of the translation when it went out. */
export type XliffGroup = {
  readonly field: string
  readonly label: string
  readonly sourceSeen: string
  readonly targetSeen: string
  readonly units: readonly XliffUnit[]
}

/** One record. */
export type XliffFile = {
  readonly workspace: string
  readonly record: string
  readonly title: string
  readonly source: Lang
  readonly target: Lang
  readonly groups: readonly XliffGroup[]
}

/** What comes back of a unit, a field and a record. */
export type ReturnedUnit = { readonly id: string; readonly target: Coded }
/** See `ReturnedUnit`. */
export type ReturnedGroup = Pick<XliffGroup, 'field' | 'sourceSeen' | 'targetSeen'> & {
  readonly units: readonly ReturnedUnit[]
}
/** See `ReturnedUnit`. */
export type ReturnedFile = Pick<XliffFile, 'workspace' | 'record'> & {
  readonly source: string
  readonly target: string
  readonly groups: readonly ReturnedGroup[]
}
