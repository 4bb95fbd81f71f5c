import type { Change } from '../../../src/core/history/change.ts'
import { fromStamp, toStamp } from '../../../src/core/history/stamp.ts'
import { forgetPast } from '../../../src/storage/image.ts'
import { APPLICATION_ID } from '../../../src/storage/schema/schema.ts'

const PAGE = 512
const PAGES = 7
const HIGHEST = 100
const ACTOR = 'awandiaye2024abc'

/**
 * An image as small as one can be, that says which numbered changes it holds: everything that reads and writes files
 * takes it for a workspace. What SQLite makes of an image is another proof's business.
 */
export function smallImage(numbers: ReadonlySet<number>): Uint8Array {
  const image = new Uint8Array(PAGE * PAGES)
  image.set(new TextEncoder().encode('SQLite format 3\0'))
  const view = new DataView(image.buffer)
  view.setUint16(16, PAGE)
  image.set([1, 1, 0, 64, 32, 32], 18)
  view.setUint32(28, PAGES)
  view.setUint32(56, 1)
  view.setUint32(60, 1)
  view.setUint32(68, APPLICATION_ID)
  forgetPast(image)
  // Each page repeats them, so that every sector of every generation differs.
  for (let page = 1; page < PAGES; page += 1) for (const number of numbers) image[page * PAGE + number] = 1
  return image
}

/** The numbers of the changes that an image holds. */
export function numbersIn(image: Uint8Array): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (let number = 0; number < HIGHEST; number += 1) if (image[PAGE + number] === 1) numbers.add(number)
  return numbers
}

/** A change that a journal keeps under its number. */
export function numberedChange(number: number): Change {
  return {
    id: toStamp({ millis: 1_710_000_000_000 + number, count: 0, actor: ACTOR }),
    at: 1_710_000_000_000,
    author: 'Awa N’Diaye',
    subject: 'rec0000000000000',
    kind: 'case-study',
    field: 'title',
    locale: 'fr',
    op: 'set',
    value: `Les comités d’eau ${number}`,
    replaces: [],
  }
}

/** The number of such a change. */
export function numberOf(change: Change): number {
  return (fromStamp(change.id)?.millis ?? 0) - 1_710_000_000_000
}
