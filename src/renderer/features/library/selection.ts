/** What is chosen in a long list of which only a part is loaded. */
export type Selection = {
  /** The line that arrow keys start from and the reading pane shows; a position in the list. */
  readonly at: number
  /** Where a stretch chosen with Shift begins. */
  readonly anchor: number
  /** Chosen records by id. */
  readonly ids: ReadonlySet<string>
}

/** How a line was pressed. */
export type Modifiers = { readonly shift: boolean; readonly toggle: boolean }

/** Nothing chosen, the first line current. */
export const FIRST_LINE: Selection = { at: 0, anchor: 0, ids: new Set() }

/** A step by one of the keys that walk through a list; null for any other key. */
export function stepTo(key: string, at: number, total: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: total - 1,
  }
  const wanted = steps[key]
  if (wanted === undefined || total === 0) return null
  return Math.min(total - 1, Math.max(0, wanted))
}

/** The positions a press with Shift stretches over, in order. */
export function stretch(from: number, to: number): { readonly first: number; readonly count: number } {
  return { first: Math.min(from, to), count: Math.abs(from - to) + 1 }
}

/** The selection after going to a line without Shift: this line alone, or it is added or taken away. */
export function withLine(selection: Selection, at: number, id: string | undefined, toggle: boolean): Selection {
  if (!toggle) return { at, anchor: at, ids: new Set(id === undefined ? [] : [id]) }
  const ids = new Set(selection.ids)
  if (id !== undefined && !ids.delete(id)) ids.add(id)
  return { at, anchor: at, ids }
}

/** The selection after a stretch: its records instead of any before; the anchor stays. */
export function withStretch(selection: Selection, at: number, ids: readonly string[]): Selection {
  return { at, anchor: selection.anchor, ids: new Set(ids) }
}
