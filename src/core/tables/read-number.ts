const SPACES = /[\s\u00a0\u202f'’]/g
const GROUPED = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/

/**
 * Reads a number as people write it: with a decimal comma or point, and spaces, points, commas or apostrophes between
 * the thousands. One sign with three digits behind it counts as a mark of thousands. Undefined where it is no number.
 */
export function readNumber(written: string | number): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined
  const text = written.replace(SPACES, '').replace(/^\u2212/, '-')
  if (!/^-?\d[\d.,]*$/.test(text)) return undefined
  const lastComma = text.lastIndexOf(',')
  const lastPoint = text.lastIndexOf('.')
  if (GROUPED.test(text) && !/^-?0/.test(text)) return Number(text.replace(/[.,]/g, ''))
  const decimal = lastComma > lastPoint ? ',' : '.'
  const others = decimal === ',' ? '.' : ','
  const plain = text.replaceAll(others, '').replace(decimal, '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
