const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const MIDDLE = 31

/** A weight as one character: `V` is none, later letters speak for a goal, earlier ones against it. Small weights keep more detail. */
export function writeWeight(weight: number, largest: number): string {
  const size = Math.min(1, Math.sqrt(Math.abs(weight) / largest))
  return DIGITS.charAt(MIDDLE + Math.sign(weight) * Math.round(size * MIDDLE))
}

/** The weight that a character stands for; none for a character that is no digit. */
export function readWeight(digit: string, largest: number): number {
  const at = DIGITS.indexOf(digit)
  const size = at === -1 ? 0 : (at - MIDDLE) / MIDDLE
  return size * Math.abs(size) * largest
}
