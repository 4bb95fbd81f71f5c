/** The paper a document is set on, in twentieths of a point (twips). */
export type Paper = {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly head: number
  readonly foot: number
}

const MILLIMETRE = 1440 / 25.4

function twips(millimetres: number): number {
  return Math.round(millimetres * MILLIMETRE)
}

/** A4 or US Letter with margins that leave a line people can read. */
export function paperOf(name: 'A4' | 'letter'): Paper {
  const [width, height, side] = name === 'A4' ? [210, 297, 27] : [215.9, 279.4, 29]
  return { width: twips(width), height: twips(height), side: twips(side), head: twips(24), foot: twips(24) }
}

/** The width between the margins. */
export function textWidth({ width, side }: Paper): number {
  return width - 2 * side
}
