import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openXlsx } from '../../../src/formats/xlsx/read-xlsx.ts'
import { workbook, workbookParts } from '../../support/workbook.ts'

function read(bytes: Uint8Array) {
  const sheets = openXlsx(bytes)
  if (sheets === undefined || sheets === 'too-large') throw new Error(String(sheets))
  return sheets.map(({ name, rows }) => ({ name, rows: [...rows()] }))
}

/** A workbook whose only sheet is this XML. */
function withSheet(xml: string): Uint8Array {
  return zipSync({ ...workbookParts({ Un: [] }), 'xl/worksheets/sheet1.xml': strToU8(xml) })
}

describe('a workbook', () => {
  it('gives its sheets with text as text, numbers, dates and yes or no', () => {
    const cells = [
      '007',
      12.5,
      true,
      { date: 40_614 },
      { date: 40_615 },
      { date: 40_614.5 },
      { inline: ' =1+1 & <b>' },
      null,
    ]
    expect(read(workbook({ Réponses: [cells], 'Feuille 2': [] }))).toEqual([
      {
        name: 'Réponses',
        rows: [
          { number: 1, cells: ['007', 12.5, true, '2011-03-12', '2011-03-13', '2011-03-12T12:00', ' =1+1 & <b>'] },
        ],
      },
      { name: 'Feuille 2', rows: [] },
    ])
  })

  it('has gaps where nothing was written, and rows where they stand', () => {
    const sheet =
      '<worksheet><sheetData><row r="3"><c r="B3"><v>1</v></c><c r="D3" t="str"><f>A1</f><v>so</v></c></row></sheetData></worksheet>'
    expect(read(withSheet(sheet))[0]?.rows).toEqual([{ number: 3, cells: [null, 1, null, 'so'] }])
  })

  it('of whose columns one is called far beyond the last takes no more room than it has', () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="A1"><v>1</v></c><c r="ZZZ1"><v>2</v></c></row></sheetData></worksheet>'
    expect(read(withSheet(sheet))[0]?.rows).toEqual([{ number: 1_048_576, cells: [1] }])
  })

  it('that is damaged in the middle gives what stands before it, and says where', () => {
    const sheet = `<worksheet><sheetData><row r="1"><c><v>1</v></c></row>${' '.repeat(20_000)}<row r="2"><c></row>`
    expect(read(withSheet(sheet))[0]?.rows).toEqual([
      { number: 1, cells: [1] },
      { number: 2, cells: [], problem: { code: 'sheet-broken' } },
    ])
  })

  it('with entities of its own is not read', () => {
    const parts = workbookParts({ Un: [['a']] })
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'
    expect(openXlsx(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(bomb) }))).toBeUndefined()
  })

  it('out of which more comes than anybody packs is refused, whatever it says of sizes', () => {
    const parts = workbookParts({ Un: [['a']] })
    const packed = zipSync({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(60_000_000) })
    expect(openXlsx(packed)).toBe('too-large')
  })

  it('cut off or changed anywhere is read or refused, and never a crash', () => {
    const bytes = workbook({
      Un: [
        ['Titre', 'Pays'],
        ['Puits', 'Mali'],
      ],
    })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const broken = cut ? bytes.slice(0, at) : bytes.with(at, byte)
        const sheets = openXlsx(broken)
        if (Array.isArray(sheets)) for (const { rows } of sheets) for (const _ of rows()) expect(_).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })
})
