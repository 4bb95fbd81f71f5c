import { SQL } from '../../storage/stories.ts'
import type { Random } from './random.ts'

const PAGE = 16_384
const TABLES = {
  workspace: ['key', 'value'],
  change: ['id', 'at', 'author', 'subject', 'kind', 'field', 'locale', 'op', 'value', 'bytes', 'replaces'],
  attachment: ['sha256', 'size', 'type'],
  card: ['subject', 'kind', 'json'],
  text: ['subject', 'field', 'locale', 'text'],
}
const VALUES = [
  ...['NULL', '0', '-1', '9223372036854775807', '1e308', "''", "'a'", "'{'", "'[]'", "'null'", '\'{"__proto__":1}\''],
  ...["x''", "x'00'", 'zeroblob(100000)', "char(0) || 'a'", "x'c328'", "CAST(x'ff' AS TEXT)", 'randomblob(40)'],
  ...["printf('%.*c', 20000, 'a')", "printf('%.*c', 5000, '[')", "'../../etc'", 'hex(randomblob(20))'],
]

/** A stranger's version of an image: bytes where a mistake in reading them would tell most, or rows and tables. */
export function mutate(image: Uint8Array, random: Random): Uint8Array {
  return random.chance(25)
    ? (withStrangeRows(image, random) ?? withStrangeBytes(image, random))
    : withStrangeBytes(image, random)
}

function withStrangeBytes(image: Uint8Array, random: Random): Uint8Array {
  const bytes = image.slice()
  const pages = bytes.length / PAGE
  const times = random.pick([1, 1, 2, 5, 30])
  for (let time = 0; time < times; time += 1) {
    const page = random.chance(40) ? 0 : random.below(pages)
    // Where a page says what it is and where its cells lie, or the cells themselves at its end.
    const at = page * PAGE + (random.chance(60) ? random.below(page === 0 ? 400 : 60) : PAGE - 1 - random.below(1_500))
    switch (random.below(5)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
        break
      case 1:
        bytes[at] = random.pick([0, 1, 2, 5, 10, 13, 0x7f, 0x80, 0xff])
        break
      case 2:
        bytes.set(random.bytes(4), Math.min(at, bytes.length - 4))
        break
      case 3:
        bytes.copyWithin(page * PAGE, random.below(pages) * PAGE, (1 + random.below(pages)) * PAGE)
        break
      default:
        // A varint that never ends, in the place of a length.
        bytes.fill(0xff, at, Math.min(at + 9, bytes.length))
    }
  }
  return bytes
}

function withStrangeRows(image: Uint8Array, random: Random): Uint8Array | undefined {
  const database = new SQL.Database(image.slice())
  try {
    database.run('PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON')
    const table = random.pick(Object.keys(TABLES) as (keyof typeof TABLES)[])
    const column = random.pick(TABLES[table])
    const where = random.chance(70) ? 'ORDER BY 1 LIMIT 1' : ''
    database.run(`UPDATE OR IGNORE ${table} SET ${column} = ${random.pick(VALUES)} WHERE (${TABLES[table][0]}) IN
      (SELECT ${TABLES[table][0]} FROM ${table} ${where})`)
    return database.export()
  } catch {
    // Strict tables do not take everything.
    return undefined
  } finally {
    database.close()
  }
}
