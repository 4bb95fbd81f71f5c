import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementType, Field } from '../../../src/core/model/fields.ts'
import { canonicalJson, type Json } from '../../../src/core/model/json.ts'
import { findField, findKind, RECORD_KINDS } from '../../../src/core/model/kinds.ts'
import { isPartialDate } from '../../../src/core/model/partial-date.ts'
import { cleanLine, cleanText } from '../../../src/core/model/text.ts'
import { checkElement, checkValue } from '../../../src/core/model/values.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('é', 'e\u0301', '\u0000', '\r\n', '\r', '\t', '\u2028', '\ud83c', '🌍', ' ', 'ﷺ', '\u200f'),
  }),
)
const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
const kinds = [...RECORD_KINDS, 'brief', 'theme', 'workspace'].flatMap((id) => findKind(id) ?? [])
const fields = kinds.flatMap((kind) => kind.fields)
const single = fields.filter((field) => field.type !== 'set' && field.type !== 'rich')

/** Values that look like something the model has. */
const nearly = fc.oneof(
  anyJson,
  anyText as fc.Arbitrary<Json>,
  fc.record(
    {
      ...{
        key: fc.oneof(anyText, fc.constant('wells')),
        name: anyText,
        role: anyText,
        code: fc.constantFrom('5', '5.2', '18'),
        value: fc.double(),
      },
      ...{
        type: fc.constantFrom('community', 'robots'),
        number: fc.integer(),
        from: fc.constantFrom('2011', '2011-13', ''),
        year: fc.integer(),
      },
      ...{
        strength: fc.constantFrom('principal', 'much'),
        country: fc.constantFrom('SEN', 'sen'),
        date: fc.constantFrom('2012-02-30', '2012-02'),
      },
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>,
)

const ELEMENTS: readonly ElementType[] = [
  'sdg',
  'theme',
  'country',
  'place',
  'person',
  'organisation',
  'volunteers',
  'figure',
  'record',
]

function fieldNamed(kind: string, id: string): Field {
  const field = findField(kind, id)
  if (!field) throw new Error(id)
  return field
}

describe('a value as it is stored', () => {
  it('is itself again when it is checked again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...single), nearly, (field, given) => {
        const checked = checkValue(field, given)
        if (checked.ok) expect(checkValue(field, checked.value)).toEqual(checked)
      }),
      { numRuns: 1_000 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...ELEMENTS), nearly, (element, given) => {
        const checked = checkElement('field', element, given)
        if (checked.ok) expect(checkElement('field', element, checked.value)).toEqual(checked)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is cleared by null, whatever the field', () => {
    for (const field of fields) expect(checkValue(field, null)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['state', 'perfect', { code: 'wrong-value', field: 'state', expected: 'draft, in-review, validated, archived' }],
    ['illustrative', 'yes', { code: 'wrong-value', field: 'illustrative', expected: 'true, false' }],
    ['period', { from: '2011-13' }, { code: 'wrong-value', field: 'period', expected: 'YYYY, YYYY-MM, YYYY-MM-DD' }],
    [
      'source',
      { year: '2011' },
      { code: 'wrong-value', field: 'source', expected: 'title, author, publisher, year, url, pages' },
    ],
    ['title', 5, { code: 'wrong-value', field: 'title', expected: 'text' }],
    ['body', 'x', { code: 'wrong-value', field: 'body', expected: 'rich' }],
    ['sdgs', '5', { code: 'wrong-value', field: 'sdgs', expected: 'set' }],
    ['summary', 'x'.repeat(20_001), { code: 'text-too-long', field: 'summary', length: 20_001, limit: 20_000 }],
  ] as const)('is refused for %s with what was expected', (id, given, problem) => {
    expect(checkValue(fieldNamed('case-study', id), given)).toEqual({ ok: false, problem })
  })

  it.each([
    ['period', {}, null],
    ['period', { from: '2011', to: '', until: '2012' }, { from: '2011' }],
    ['source', { title: ' Rapport\n', year: null, colour: 'bleu' }, { title: ' Rapport ' }],
    ['title', 'Po\u0000dor\r\nMatam', 'Podor Matam'],
    ['summary', 'un\r\ndeux\rtrois\u0007', 'un\ndeux\ntrois'],
  ] as const)('of %s is cleaned and holds the known parts only', (id, given, stored) => {
    expect(checkValue(fieldNamed('case-study', id), given)).toEqual({ ok: true, value: stored })
  })

  it.each([
    ['person', { key: 'a', name: '  ' }],
    ['person', { name: 'Awa' }],
    ['person', { key: '', name: 'Awa' }],
    ['person', 'Awa'],
    ['figure', { key: 'a', value: '8' }],
    ['figure', { key: 'a', value: Number.NaN }],
    ['figure', { key: 'a', value: 8, date: '2012-02-30' }],
    ['volunteers', { key: 'a', type: 'robots' }],
    ['volunteers', { key: 'a', type: 'online', women: -1 }],
    ['volunteers', { key: 'a', type: 'online', women: 1.5 }],
    ['place', { key: 'a', name: 'Podor', country: 'Senegal' }],
    ['theme', ' '],
    ['theme', 7],
    ['sdg', { code: '5', strength: 'much' }],
    ['sdg', 5],
    ['sdg', '5.0'],
    ['country', 'sen'],
    ['country', null],
  ] as const)('%s refuses %j', (element, given) => {
    expect(checkElement('field', element, given).ok).toBe(false)
  })
})

describe('text as it is stored', () => {
  it('is clean, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean.normalize('NFC')).toBe(clean)
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
        const line = cleanLine(text)
        expect(cleanLine(line)).toBe(line)
        expect(line).not.toMatch(/[\n\r\t\u2028\u2029]/)
      }),
    )
  })
})

describe('a partial date', () => {
  it('is a year, a month or a day that exists', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          for (const length of [4, 7, 10]) expect(isPartialDate(day.slice(0, length))).toBe(true)
        },
      ),
    )
    for (const text of ['2012-02-29', '2000-02-29', '2011-12-31']) expect(isPartialDate(text)).toBe(true)
    const wrong = [
      '',
      '11',
      '2011-1',
      '2011-00',
      '2011-13',
      '2011-02-29',
      '1900-02-29',
      '2011-04-31',
      '2011-12-00',
      ' 2011',
      '2011-12-05T00',
      '20111205',
    ]
    for (const text of wrong) expect(isPartialDate(text)).toBe(false)
  })
})

describe('canonical JSON', () => {
  it('says the same whatever order the keys come in, and reads back as it was', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(backwards(value))).toBe(text)
      }),
    )
  })
})

function backwards(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => backwards(entry))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value as { [key: string]: Json })
      .toReversed()
      .map(([key, part]) => [key, backwards(part)]),
  )
}

describe('the declaration of kinds', () => {
  it('names every field once within its kind, and no field with a colon or a line end in its name', () => {
    expect(kinds).toHaveLength(6)
    for (const kind of kinds) {
      const ids = kind.fields.map((field) => field.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[a-zA-Z]+$/)
    }
  })

  it('gives a field the same type in every kind that has it', () => {
    const types = new Map<string, Set<string>>()
    for (const field of fields)
      types.set(field.id, (types.get(field.id) ?? new Set()).add(`${field.type} ${field.localized}`))
    expect([...types].filter(([, found]) => found.size > 1)).toEqual([])
  })
})
