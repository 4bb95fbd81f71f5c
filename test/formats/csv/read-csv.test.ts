import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/formats/csv/read-csv.ts'

function read(...pieces: readonly string[]) {
  return [...readCsv(pieces)]
}

describe('comma-separated text', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('is cut at %s', (_, sign) => {
    const rows = read(['titre', 'pays', 'note'].join(sign) + '\n' + ['Puits', 'Mali', '1'].join(sign) + '\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['titre', 'pays', 'note'],
      ['Puits', 'Mali', '1'],
    ])
  })

  it('keeps line breaks, delimiters and quotation marks inside a quoted cell, and counts rows', () => {
    expect(read('a;b\r\n"un\r\ndeux; ""trois""";4\r\n5;6')).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['un\ndeux; "trois"', '4'] },
      { number: 3, cells: ['5', '6'] },
    ])
  })

  it('keeps rows that are too short or too long as they are', () => {
    expect(read('a,b\n1\n1,2,3\n').map(({ cells }) => cells)).toEqual([['a', 'b'], ['1'], ['1', '2', '3']])
  })

  it('takes the delimiter that the first line names, as Excel writes it', () => {
    expect(read('sep=;\na,b;c\n').map(({ cells }) => cells)).toEqual([['a,b', 'c']])
  })

  it('says of a quotation mark that is never closed where it was opened', () => {
    const rows = read('a,b\n1,2\n"3,4\n5,6\n')
    expect(rows.at(-1)).toMatchObject({ number: 3, problem: { code: 'quote-open' } })
  })

  it('reads the same rows however the text is cut into pieces', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\nb', '"', 'x;y', '', ' ', '\r\n', "l'eau"))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.array(fc.nat(40), { maxLength: 8 }), (rows, cuts) => {
        const text = Papa.unparse([['h', 'h'], ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: false })
        const pieces: string[] = []
        let rest = text
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
        // The delimiter is found in the first piece: it has to hold one.
        const whole = read('sep=;\n', text)
        expect(read('sep=;\n', ...pieces, rest)).toEqual(whole)
        const ends = (cells: readonly unknown[]) => cells.map((one) => String(one).replace(/\r\n?/g, '\n'))
        expect(whole.slice(1).map(({ cells }) => ends(cells))).toEqual(rows.map(ends))
      }),
    )
  })
})
