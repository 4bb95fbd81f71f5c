import type { Random } from '../support/random.ts'

/** What somebody can do, and how often it happens in histories about that. */
const ABOUT = {
  values: { title: 5, choice: 4, summary: 2, tag: 5, untag: 3, figure: 4, join: 1, undo: 3, redo: 1 },
  text: { type: 6, 'type-lines': 3, erase: 5, block: 2, list: 1, link: 1, join: 1 },
  life: { create: 2, delete: 5, restore: 3, title: 3, tag: 2, type: 1, join: 2, undo: 3, redo: 1 },
} as const
const AMONG_COPIES = {
  meet: 6,
  'meet-older': 2,
  'meet-part': 1,
  keep: 2,
  copy: 1,
  reopen: 1,
  clock: 2,
  strange: 1,
} as const

type Doing = keyof typeof AMONG_COPIES | { [A in keyof typeof ABOUT]: keyof (typeof ABOUT)[A] }[keyof typeof ABOUT]

/** One thing that one person does; the numbers are taken modulo what there is when it happens. */
export type Act = {
  readonly do: Doing
  readonly who: number
  readonly record: number
  readonly place: number
}

/** A clock: where it stands at the beginning, and how far it goes between two looks (0: always the same millisecond). */
export type ClockSetting = { readonly start: number; readonly step: number }

/** Everything that happens among people who work on copies of one workspace. Plain data: any part can be left out. */
export type History = { readonly clocks: readonly ClockSetting[]; readonly acts: readonly Act[] }

const DECK = {
  values: [...cards(ABOUT.values), ...cards(AMONG_COPIES)],
  text: [...cards(ABOUT.text), ...cards(AMONG_COPIES)],
  life: [...cards(ABOUT.life), ...cards(AMONG_COPIES)],
}
/** How many histories of a hundred are about each, and how long one can be: in a long text every step takes long. */
const SHARES = [
  { deck: DECK.values, percent: 40, longest: 200 },
  { deck: DECK.life, percent: 38, longest: 200 },
  { deck: DECK.text, percent: 14, longest: 16 },
  { deck: Object.values(DECK).flat(), percent: 8, longest: 32 },
]

function cards(weights: Partial<Record<Doing, number>>): readonly Doing[] {
  return Object.entries(weights).flatMap(([name, weight]) => Array.from({ length: weight }, () => name as Doing))
}

const NOON = Date.UTC(2026, 2, 14, 12)
/** How wrong a clock can be, either way. */
export const TEN_YEARS = 10 * 365 * 24 * 60 * 60 * 1_000

/**
 * Draws a history of two to eight people and five to two hundred acts. Most are short and about one thing, since the
 * smallest history that breaks a law is short; some are long and about everything.
 */
export function drawHistory(random: Random): History {
  const people = random.chance(60) ? 2 : random.chance(75) ? 3 : 4 + random.below(5)
  const { deck, longest } = random.pick(SHARES.flatMap((share) => Array.from({ length: share.percent }, () => share)))
  const length = Math.min(longest, drawLength(random))
  return {
    clocks: Array.from({ length: people }, () => drawClock(random)),
    acts: Array.from({ length }, () => ({
      do: random.pick(deck),
      who: random.below(people * 4),
      record: random.below(60),
      place: random.below(10_000),
    })),
  }
}

function drawLength(random: Random): number {
  if (random.chance(80)) return 5 + random.below(4)
  if (random.chance(70)) return 8 + random.below(9)
  return random.chance(85) ? 16 + random.below(25) : 40 + random.below(161)
}

function drawClock(random: Random): ClockSetting {
  const start = random.chance(40) ? NOON : NOON + random.below(2 * TEN_YEARS) - TEN_YEARS
  return { start, step: random.chance(40) ? 0 : random.pick([1, 1_000, 3_600_000]) }
}
