import { readWholeXml } from '../zip/read-xml.ts'

/** Numbers of the formats that every workbook has for dates and times. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Which styles of cells show their number as a date: by the style's place in the list. */
export function dateStyles(styles: Uint8Array | undefined): readonly boolean[] {
  const custom = new Map<number, string>()
  const found: boolean[] = []
  let inCells = false
  readWholeXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        const code = custom.get(id)
        found.push(code === undefined ? isBuiltInDate(id) : isDateCode(code))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return found
}

/** A format with a day, a month, a year or an hour in it, quoted words, colours and conditions aside. */
function isDateCode(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  const bare = first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[dyh]|m{1,5}|s{1,2}/i.test(bare) && !/general|[0#?]/i.test(bare.replace(/s\.0+/gi, ''))
}

const DAY = 86_400_000
/** Days from the first day a workbook counts to 1970, in its two calendars. */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const

/** The date that a workbook keeps as a number of days, as ISO 8601 writes it; with its time where it has one. */
export function dateOfSerial(serial: number, calendar: 1900 | 1904): string | number {
  // In the calendar of 1900 there is a 29 February that never was.
  const days = calendar === 1900 && serial < 60 && serial >= 1 ? serial + 1 : serial
  const at = new Date(Math.round((days - EPOCH[calendar]) * DAY))
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return serial
  const iso = at.toISOString()
  if (serial >= 0 && serial < 1) return iso.slice(11, 16)
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16)
}
