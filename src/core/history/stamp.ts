/**
 * A hybrid logical clock stamp as one sortable string: `mmmmmmmmmmmm-cccc-aaaaaaaaaaaaaaaa`, 12 hexadecimal digits of
 * milliseconds, 4 of counter, 16 characters of random actor id. Comparing two as strings orders them.
 * Source: Kulkarni et al., "Logical Physical Clocks", OPODIS 2014.
 */
export type Stamp = string

/** The parts of a stamp. */
export type StampParts = { readonly millis: number; readonly count: number; readonly actor: string }

/** The largest counter within one millisecond. */
export const MAX_COUNT = 0xffff
/** The largest time a stamp can hold, beyond the year 10000. */
export const MAX_MILLIS = 0xffffffffffff

const PATTERN = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-z]{16})$/

/** Writes a stamp from its parts; time and counter must be in range. */
export function toStamp({ millis, count, actor }: StampParts): Stamp {
  return `${millis.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}-${actor}`
}

/** Reads a stamp, or undefined where the text is not one. */
export function fromStamp(stamp: string): StampParts | undefined {
  const match = PATTERN.exec(stamp)
  if (!match) return undefined
  return {
    millis: Number.parseInt(match[1] ?? '', 16),
    count: Number.parseInt(match[2] ?? '', 16),
    actor: match[3] ?? '',
  }
}

/** Whether a text is a stamp. */
export function isStamp(text: string): boolean {
  return PATTERN.test(text)
}
