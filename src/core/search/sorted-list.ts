/** A list kept in order while single values come and go. */
export type SortedList<Value> = {
  readonly values: () => readonly Value[]
  readonly add: (value: Value) => void
  /** Takes out a value that compares as equal to this one. */
  readonly remove: (value: Value) => void
}

/** Makes a sorted list. `compare` must tell any two different values apart. */
export function createSortedList<Value>(
  initial: Iterable<Value>,
  compare: (a: Value, b: Value) => number,
): SortedList<Value> {
  const values = [...initial].sort(compare)

  function placeOf(value: Value): number {
    let low = 0
    let high = values.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(values[middle] as Value, value) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    values: () => values,
    add(value) {
      values.splice(placeOf(value), 0, value)
    },
    remove(value) {
      const place = placeOf(value)
      const found = values[place]
      if (found !== undefined && compare(found, value) === 0) values.splice(place, 1)
    },
  }
}

/** The first `count` values in order, without sorting the others. Values are left as they are. */
export function firstInOrder<Value>(
  values: readonly Value[],
  compare: (a: Value, b: Value) => number,
  count: number,
): readonly Value[] {
  if (count === 0) return []
  if (count >= values.length / 4) return [...values].sort(compare).slice(0, count)
  const first = createSortedList<Value>([], compare)
  for (const value of values) {
    const kept = first.values()
    const last = kept.at(-1)
    const full = kept.length === count
    if (full && last !== undefined && compare(value, last) >= 0) continue
    if (full && last !== undefined) first.remove(last)
    first.add(value)
  }
  return first.values()
}
