import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  findField,
  RECORD_KINDS,
  SDG_STRENGTHS,
  STAGES,
  STATES,
  VOLUNTEER_TYPES,
} from '../../../src/core/model/kinds.ts'
import { isLang, LANGS, type Lang } from '../../../src/core/model/lang.ts'
import { isPartialDate } from '../../../src/core/model/partial-date.ts'
import { countryExists } from '../../../src/core/taxonomy/countries.ts'
import { goalOf, isSdgCode } from '../../../src/core/taxonomy/sdgs.ts'
import { findTheme, parentOf } from '../../../src/core/taxonomy/themes.ts'

type Texts = { readonly title: string; readonly summary: string; readonly fields?: Readonly<Record<string, string>> }

type SampleRecord = Texts & {
  readonly id: string
  readonly kind: string
  readonly lang: string
  readonly state: string
  readonly stage?: string
  readonly sdgs: readonly string[]
  readonly sdgStrength: Readonly<Record<string, string>>
  readonly themes: readonly string[]
  readonly countries?: readonly string[]
  readonly period?: { readonly from?: string; readonly to?: string }
  readonly volunteers?: readonly Readonly<Record<'number' | 'women' | 'men' | 'youth', number> & { type: string }>[]
  readonly figures?: readonly { value: number; unit: string; what: string; date?: string; source?: string }[]
  readonly source?: { readonly title: string; readonly publisher: string; readonly year?: number }
  readonly illustrative?: boolean
  readonly translations?: Readonly<Record<string, Texts>>
}

type SampleBrief = Readonly<
  Record<
    'title' | 'audience' | 'question' | 'messages' | 'recommendations' | 'narrative',
    Readonly<Record<Lang, string>>
  >
> & { readonly id: string; readonly lang: Lang; readonly records: readonly string[] }

function read(name: string): string {
  return readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url), 'utf8')
}

const lines = read('records.jsonl').trimEnd().split('\n')
const records = lines.map((line) => JSON.parse(line) as SampleRecord)
const brief = JSON.parse(read('brief.json')) as SampleBrief

/** The records for which something is wrong, by external id, so that a failure names them. */
function failing(wrong: (record: SampleRecord) => boolean): readonly string[] {
  return records.filter(wrong).map(({ id }) => id)
}

/** Every text of a record with the language it is written in. */
function textsOf(record: SampleRecord): readonly { lang: string; text: string }[] {
  const versions = [[record.lang, record] as const, ...Object.entries(record.translations ?? {})]
  return versions.flatMap(([lang, { title, summary, fields }]) =>
    [title, summary, ...Object.values(fields ?? {})].map((text) => ({ lang, text })),
  )
}

function countWords(text: string): number {
  return text.match(/[\p{Letter}\p{Number}’'-]+/gu)?.length ?? 0
}

describe('the records of the sample workspace', () => {
  it('are at least forty, each with its own external id', () => {
    expect(records.length).toBeGreaterThanOrEqual(40)
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    expect(failing(({ id }) => !/^[A-Z]+(-[A-Z0-9]+)+$/.test(id))).toEqual([])
  })

  it('are either real with their source cited, or marked illustrative, never both', () => {
    expect(failing(({ illustrative, source }) => (illustrative === true) === (source !== undefined))).toEqual([])
    expect(failing(({ source }) => source !== undefined && !(source.title && source.publisher))).toEqual([])
    expect(failing(({ id, source }) => source !== undefined && !id.startsWith('UNV-'))).toEqual([])
    expect(records.filter(({ source }) => source).length).toBeGreaterThanOrEqual(12)
  })

  it('use only tags that exist', () => {
    expect(failing(({ sdgs }) => sdgs.length === 0 || !sdgs.every(isSdgCode))).toEqual([])
    expect(failing(({ themes }) => themes.length === 0 || themes.some((id) => !findTheme(id)))).toEqual([])
    expect(failing(({ countries }) => !(countries ?? []).every(countryExists))).toEqual([])
    expect(failing(({ sdgs, sdgStrength }) => Object.keys(sdgStrength).some((code) => !sdgs.includes(code)))).toEqual(
      [],
    )
  })

  it('use only choices that exist', () => {
    const unknown = (choices: readonly string[], value: string) => !choices.includes(value)
    expect(failing(({ kind }) => unknown(RECORD_KINDS, kind))).toEqual([])
    expect(failing(({ state }) => unknown(STATES, state))).toEqual([])
    expect(failing(({ kind, stage }) => (kind === 'innovation') !== (stage !== undefined))).toEqual([])
    expect(failing(({ stage }) => stage !== undefined && unknown(STAGES, stage))).toEqual([])
    expect(failing(({ sdgStrength }) => Object.values(sdgStrength).some((is) => unknown(SDG_STRENGTHS, is)))).toEqual(
      [],
    )
    expect(failing(({ volunteers }) => (volunteers ?? []).some(({ type }) => unknown(VOLUNTEER_TYPES, type)))).toEqual(
      [],
    )
  })

  it('have dates that exist and counts that add up', () => {
    const dates = ({ period, figures }: SampleRecord) =>
      [period?.from, period?.to, ...(figures ?? []).map(({ date }) => date)].filter((date) => date !== undefined)
    expect(failing((record) => !dates(record).every(isPartialDate))).toEqual([])
    expect(failing(({ period }) => (period?.from ?? '') > (period?.to ?? '9'))).toEqual([])
    const groups = records.flatMap(({ volunteers }) => volunteers ?? [])
    const miscounted = groups.filter(
      ({ number, women, men, youth }) =>
        (women !== undefined && women + men !== number) || (youth !== undefined && youth > number),
    )
    expect(miscounted).toEqual([])
    expect(
      failing(({ figures }) => (figures ?? []).some(({ unit, what, source }) => !(unit && what && source))),
    ).toEqual([])
  })

  it('write only in the sections of their kind, in 120 to 350 words', () => {
    const sections = (record: SampleRecord) =>
      [record, ...Object.values(record.translations ?? {})].flatMap(({ fields }) => Object.keys(fields ?? {}))
    expect(failing((record) => sections(record).some((id) => findField(record.kind, id)?.type !== 'rich'))).toEqual([])
    const words = ({ summary, fields }: SampleRecord) => countWords([summary, ...Object.values(fields ?? {})].join(' '))
    expect(failing((record) => words(record) < 120 || words(record) > 350)).toEqual([])
  })

  it('are shared evenly between the three languages, and at least a third are translated', () => {
    const perLang = LANGS.map((lang) => records.filter((record) => record.lang === lang).length)
    expect(Math.max(...perLang) - Math.min(...perLang)).toBeLessThanOrEqual(3)
    expect(records.filter(({ translations }) => translations).length).toBeGreaterThanOrEqual(records.length / 3)
    expect(failing(({ lang, translations }) => !isLang(lang) || lang in (translations ?? {}))).toEqual([])
    expect(failing(({ translations }) => !Object.keys(translations ?? {}).every(isLang))).toEqual([])
  })

  it('touch every goal, every kind, most themes and many countries', () => {
    expect(new Set(records.flatMap(({ sdgs }) => sdgs.map(goalOf))).size).toBe(17)
    expect(new Set(records.map(({ kind }) => kind)).size).toBe(RECORD_KINDS.length)
    const topThemes = records.flatMap(({ themes }) => themes.map((id) => parentOf(id) ?? id))
    expect(new Set(topThemes).size).toBe(18)
    expect(new Set(records.flatMap(({ countries }) => countries ?? [])).size).toBeGreaterThanOrEqual(30)
  })

  it('are formatted: headings, tables, lists, bold, quotes, links and a note all occur', () => {
    const all = records.flatMap(textsOf).map(({ text }) => text)
    for (const mark of [/^## /m, /^\| --- \|/m, /^- /m, /^1\. /m, /\*\*[^*]+\*\*/, /^> /m, /\]\(http/, /\[\^1\]/]) {
      expect(
        all.some((text) => mark.test(text)),
        String(mark),
      ).toBe(true)
    }
  })
})

describe('the brief of the sample workspace', () => {
  it('cites in every language the same real records, all of them listed', () => {
    const cited = LANGS.map((lang) => {
      const text = [brief.messages, brief.narrative, brief.recommendations].map((part) => part[lang]).join('\n')
      return new Set([...text.matchAll(/\[@([^\]]+)\]/g)].map(([, id]) => id))
    })
    expect(cited).toEqual(LANGS.map(() => new Set(brief.records)))
    const real = records.filter(({ source }) => source).map(({ id }) => id)
    expect(brief.records.filter((id) => !real.includes(id))).toEqual([])
  })

  it('rests on records that have a title in each of the three languages', () => {
    const used = records.filter(({ id }) => brief.records.includes(id))
    const missing = used.filter(({ lang, translations }) =>
      LANGS.some((is) => is !== lang && !translations?.[is]?.title),
    )
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it.each(LANGS)('is complete in %s and short enough to be read', (lang) => {
    const { id: _id, lang: _lang, records: _, ...parts } = brief
    const texts = Object.values(parts).map((part) => part[lang])
    for (const text of texts) expect(text.trim()).not.toBe('')
    const words = countWords(texts.join(' ').replace(/\[@[^\]]+\]/g, ''))
    expect(words).toBeGreaterThanOrEqual(500)
    expect(words).toBeLessThanOrEqual(700)
  })
})

describe('the French of the sample workspace', () => {
  it('keeps its signs on the line of the word they follow', () => {
    const { id: _id, lang: _lang, records: _records, ...parts } = brief
    const briefTexts = Object.values(parts).map(({ fr }) => ({ lang: 'fr', text: fr }))
    const french = [...records.flatMap(textsOf), ...briefTexts].filter(({ lang }) => lang === 'fr')
    const loose = french.flatMap(({ text }) => text.match(/.{0,20}(?: [;:!?»%](?!-)|« |\d \d{3}|\w'\w).{0,10}/gu) ?? [])
    expect(loose).toEqual([])
  })
})

describe('the sample workspace', () => {
  it('has a name in each language and a language of its own', () => {
    const workspace = JSON.parse(read('workspace.json')) as { name: Record<Lang, string>; lang: string }
    expect(Object.keys(workspace.name).toSorted()).toEqual([...LANGS].toSorted())
    expect(isLang(workspace.lang)).toBe(true)
  })
})
