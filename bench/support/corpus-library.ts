import type { Card, FieldText } from '../../src/core/model/card.ts'
import type { CorpusRecord } from './corpus.ts'

/** The card that a made-up record would have in a workspace. */
export function cardOf(record: CorpusRecord, number: number): Card {
  return {
    id: record.id,
    kind: 'case-study',
    externalId: record.id,
    lang: record.lang,
    languages: [record.lang],
    titles: { [record.lang]: record.title },
    summaries: { [record.lang]: record.summary },
    sdgs: record.sdgs.map((code) => ({ code, strength: 'principal' })),
    themes: record.themes,
    countries: record.countries,
    places: [],
    from: String(record.year),
    to: null,
    state: number % 3 === 0 ? 'validated' : 'draft',
    illustrative: true,
    contested: 0,
    deleted: false,
    createdAt: 1_700_000_000_000 + number,
    modifiedAt: 1_700_000_000_000 + ((number * 7919) % 1_000_003),
    author: 'Bench',
  }
}

/** The texts that a made-up record would be searched by. */
export function textsOf(record: CorpusRecord): readonly FieldText[] {
  const fields = [
    { field: 'title', text: record.title },
    { field: 'summary', text: record.summary },
    ...record.sections,
  ]
  return fields.map(({ field, text }) => ({ subject: record.id, field, locale: record.lang, text }))
}
