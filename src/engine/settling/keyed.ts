/** Things by what they have in common with others, kept up to date one by one. */
export type Keyed = {
  /** Says by which keys a thing is known from now on; none takes it away. */
  readonly put: (id: string, keys: readonly string[]) => void
  readonly has: (key: string) => boolean
  /** Any two that share a key, each pair once, in an order that does not depend on when they came. */
  readonly pairs: () => readonly (readonly [string, string])[]
}

/** Of so many that share one key, the pairs are told; where more do, they share it for another reason. */
const MOST_SHARING = 20

/** Starts empty. */
export function createKeyed(): Keyed {
  const idsByKey = new Map<string, Set<string>>()
  const keysById = new Map<string, readonly string[]>()
  /** The keys that several share: few, among many. */
  const shared = new Set<string>()

  function change(key: string, act: (ids: Set<string>) => void): void {
    const ids = idsByKey.get(key) ?? new Set()
    act(ids)
    if (ids.size === 0) idsByKey.delete(key)
    else idsByKey.set(key, ids)
    if (ids.size > 1) shared.add(key)
    else shared.delete(key)
  }

  return {
    put(id, keys) {
      for (const key of keysById.get(id) ?? []) change(key, (ids) => ids.delete(id))
      if (keys.length === 0) keysById.delete(id)
      else keysById.set(id, keys)
      for (const key of keys) change(key, (ids) => ids.add(id))
    },
    has: (key) => idsByKey.has(key),
    pairs() {
      const found = [...shared].flatMap((key) => pairsOf([...(idsByKey.get(key) ?? [])].sort().slice(0, MOST_SHARING)))
      const once = new Map(found.map((pair) => [pair.join('\n'), pair]))
      return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
    },
  }
}

function pairsOf(ids: readonly string[]): readonly (readonly [string, string])[] {
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const))
}
