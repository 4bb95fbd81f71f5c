import type { Card, FieldText } from '../../src/core/model/card.ts'
import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import { tagTexts } from '../../src/core/search/tag-texts.ts'
import { COUNTRIES, countryName } from '../../src/core/taxonomy/countries.ts'
import { goalOf, SDG_GOALS, sdgLabel } from '../../src/core/taxonomy/sdgs.ts'
import { parentOf, themeLabel } from '../../src/core/taxonomy/themes.ts'
import { createRandom } from './corpus.ts'
import { type FacetWords, HAZARDS, SECTORS, SUBJECTS } from './find-facets.ts'
import { SDG_PASSAGES } from './sdg-passages.ts'

/** A record of the evaluation set with what is known of it. */
export type FindRecord = {
  readonly id: string
  readonly lang: Lang
  readonly title: string
  readonly body: string
  readonly countries: readonly string[]
  /** Records of one key say the same thing in different languages. */
  readonly key: string
  readonly facets: Partial<Readonly<Record<'hazard' | 'sector' | 'subject' | 'country', string>>>
}

/** Countries that programmes work in. */
const WHERE = (
  'TCD NER MLI BFA SEN MRT NGA CMR CAF COD COG BDI RWA UGA KEN ETH SOM SSD SDN MOZ MWI ZMB ZWE MDG HTI DOM CUB GTM HND ' +
  'SLV NIC COL VEN ECU PER BOL BRA BGD NPL PAK AFG IND LKA MMR PHL IDN VNM SYR IRQ YEM LBN JOR UKR'
).split(' ')

/** Stories from the field, each about a hazard, a sector, a subject and a country, told in one language. */
export function fieldStories(count: number): readonly FindRecord[] {
  const random = createRandom(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const tell = (facet: FacetWords, lang: Lang): string => pick(facet.told[lang])
  return Array.from({ length: count }, (_, number): FindRecord => {
    const lang = LANGS[number % LANGS.length] ?? 'en'
    const [hazard, sector, subject, country] = [pick(HAZARDS), pick(SECTORS), pick(SUBJECTS), pick(WHERE)]
    const isTagged = random() < 0.5
    const other = pick(SDG_PASSAGES.filter((passage) => passage.lang === lang)).text
    const sentences = [tell(hazard, lang), tell(sector, lang), tell(subject, lang), other.slice(0, 200)]
    const place = isTagged ? [] : [`${countryName(country, lang)}, ${2009 + (number % 15)}.`]
    return {
      id: `story-${number}`,
      lang,
      title: sentences[0] ?? '',
      body: [...place, ...sentences.slice(1)].join(' '),
      countries: isTagged ? [country] : [],
      key: `story-${number}`,
      facets: { hazard: hazard.asked.en, sector: sector.asked.en, subject: subject.asked.en, country },
    }
  })
}

/** Short names of the 169 targets in our own wording, one record for each language. */
export function targetNames(): readonly FindRecord[] {
  const targets = SDG_GOALS.flatMap((goal) => goal.targets)
  return targets.flatMap(({ code, label }) => LANGS.map((lang) => named(`target-${code}`, lang, label[lang])))
}

/** The passages on which suggestions of goals are measured: the same stories in three languages. */
export function passages(): readonly FindRecord[] {
  return LANGS.flatMap((lang) =>
    SDG_PASSAGES.filter((passage) => passage.lang === lang).map(({ text }, at) =>
      named(`passage-${at}`, lang, '', text),
    ),
  )
}

/** A record of a name or text that other records have in other languages. */
export function named(key: string, lang: Lang, title: string, body = ''): FindRecord {
  return { id: `${key}-${lang}`, lang, title, body, countries: [], key, facets: {} }
}

/** The card and the texts that a record would have in a workspace. */
export function asWorkspaceHas(record: FindRecord): { readonly card: Card; readonly texts: readonly FieldText[] } {
  const { id, lang, title, body, countries } = record
  const card: Card = {
    id,
    kind: 'lesson',
    externalId: null,
    lang,
    languages: [lang],
    titles: { [lang]: title },
    summaries: {},
    sdgs: [],
    themes: [],
    countries,
    places: [],
    from: null,
    to: null,
    state: 'draft',
    illustrative: true,
    contested: 0,
    deleted: false,
    createdAt: 0,
    modifiedAt: 0,
    author: 'Bench',
  }
  const names = { goalOf, sdgLabel, parentOf, themeLabel, countryName }
  const own = [
    { subject: id, field: 'title', locale: lang, text: title },
    { subject: id, field: 'body', locale: lang, text: body },
  ]
  return { card, texts: [...own, ...tagTexts(card, names)].filter(({ text }) => text !== '') }
}

/** Every country of the stories with what it is called. */
export function whereNames(lang: Lang): ReadonlyMap<string, string> {
  return new Map(COUNTRIES.filter(({ code }) => WHERE.includes(code)).map(({ code, name }) => [code, name[lang]]))
}
