/** A place in the text that speaks for a goal or target: [start, end) in UTF-16 code units, and how strongly. */
export type Evidence = {
  /** The words as they stand in the text. */
  readonly term: string
  readonly start: number
  readonly end: number
  readonly weight: number
  /** Where the words do not speak of the goal itself but name the older goal that it took over from. */
  readonly via?: 'mdg'
}

/** A goal or target that a text may be about, and why. */
export type Suggestion = {
  /** "5" or "5.2". */
  readonly sdg: string
  /**
   * Between 0 and 1. Of a goal: if three readers each named the one goal that fits best, the chance that at least one of
   * them would name this one. Of a target: the same, times how clearly the text means this target.
   */
  readonly score: number
  /** Whether it is likely enough to be proposed; the others are only the next best. */
  readonly suggested: boolean
  /** Strongest first. Never empty. */
  readonly because: readonly Evidence[]
}

/** What a text seems to be about, best first. */
export type Suggestions = {
  readonly goals: readonly Suggestion[]
  readonly targets: readonly Suggestion[]
  /** How many UTF-16 code units were read: a very long text is not read to its end. */
  readonly read: number
}
