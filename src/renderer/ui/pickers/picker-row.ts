/** One line of a picker's list. */
export type PickerRow = {
  readonly id: string
  readonly label: string
  /** The number that a mark before the label shows; read aloud before it. */
  readonly code?: string
  /** Said more quietly after the label: the broader theme, a code, a place. */
  readonly detail?: string
  readonly level: 1 | 2
  /** Shown only for what lies under it: it is not what was typed. */
  readonly isContext?: boolean
  /** Whether what lies under it is shown; undefined where nothing lies under it. */
  readonly isOpen?: boolean
}
