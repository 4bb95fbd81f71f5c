import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInConcepts } from '../src/core/concepts/built-in.ts'
import { createConceptSet } from '../src/core/concepts/concept-set.ts'
import { createExpand } from '../src/core/concepts/expand.ts'
import { LANGS, type Lang } from '../src/core/model/lang.ts'
import type { Expand } from '../src/core/search/expansion.ts'
import { createLibrary } from '../src/core/search/library.ts'
import { queryWords } from '../src/core/search/query-words.ts'
import { goalOf } from '../src/core/taxonomy/sdgs.ts'
import { parentOf } from '../src/core/taxonomy/themes.ts'
import { calibrate, percentile, timed } from './support/calibration.ts'
import { HAZARDS, SECTORS, SUBJECTS } from './support/find-facets.ts'
import { keywords, MISHAPS, withMishap } from './support/find-queries.ts'
import {
  asWorkspaceHas,
  fieldStories,
  type FindRecord,
  named,
  passages,
  targetNames,
  whereNames,
} from './support/find-records.ts'

// node bench/find.ts [DATA]      DATA: a folder with sdg_goals_targets.json, [{targets:[{target,title:{en,fr,es}}]}]

const STORIES = 3_000
const TOP = 10

const before = calibrate()
const official = officialTargets(process.argv[2])
const records = [...fieldStories(STORIES), ...targetNames(), ...passages(), ...official]
const expand = createExpand([createConceptSet(builtInConcepts())])
const library = fill(expand)
const literal = fill(undefined)
const times: number[] = []

console.log(`${records.length} records; success@${TOP} among the records of one language, without and with concepts`)
sameLanguage()
acrossOnFacets()
acrossOnWords('names of targets, three keywords', targetNames(), 3)
acrossOnWords('passages, four keywords', passages(), 4)
if (official.length > 0) {
  acrossOnWords('official targets, three keywords', official, 3)
  acrossOnWords('official targets, four keywords', official, 4)
}
costOfExpanding()
console.log(`J ${round(before)} ms before, ${round(calibrate())} ms after`)

function fill(widen: Expand | undefined) {
  const byId = new Map(records.map((record) => [record.id, asWorkspaceHas(record)]))
  const made = createLibrary({
    now: () => performance.now(),
    textsOf: (card) => byId.get(card.id)?.texts ?? [],
    markOf: (card) => card.id,
    goalOf,
    parentOf,
    ...(widen ? { expand: widen } : {}),
  })
  for (const { card } of byId.values()) made.put(card)
  made.step(Number.POSITIVE_INFINITY)
  return made
}

/** Whether one of the first records of a language, looked for in words of another, is one that is meant. */
function succeeds(where: typeof library, query: string, lang: Lang, isMeant: (id: string) => boolean): boolean {
  const page = where.search({
    query,
    filters: { lang: [lang] },
    sort: 'relevance',
    descending: true,
    offset: 0,
    limit: TOP,
    lang,
  })
  return page.hits.some(({ card }) => isMeant(card.id))
}

type Asked = { readonly query: string; readonly lang: Lang; readonly isMeant: (id: string) => boolean }

function report(what: string, asked: readonly Asked[]): void {
  const share = (where: typeof library) =>
    asked.filter(({ query, lang, isMeant }) => {
      let found = false
      const took = timed(() => (found = succeeds(where, query, lang, isMeant)))
      if (where === library) times.push(took)
      return found
    }).length / asked.length
  console.log(`${what}: ${share(literal).toFixed(3)} → ${share(library).toFixed(3)} (${asked.length} queries)`)
}

function sameLanguage(): void {
  const known = [...targetNames(), ...passages()]
  for (const mishap of MISHAPS) {
    const asked = known.map(({ id, key, lang, title, body }): Asked => {
      const query = withMishap(keywords(`${title} ${body}`, lang, 3, key), mishap, lang)
      return { query, lang, isMeant: (found) => found === id }
    })
    report(`same language, ${mishap}`, asked)
  }
}

function acrossOnFacets(): void {
  const stories = fieldStories(STORIES)
  const pairs = LANGS.flatMap((from) => LANGS.filter((to) => to !== from).map((to) => [from, to] as const))
  const ask = (
    what: string,
    words: (from: Lang) => readonly { readonly query: string; readonly meant: FindRecord['facets'] }[],
  ) => {
    const asked = pairs.flatMap(([from, to]) =>
      words(from).flatMap(({ query, meant }): readonly Asked[] => {
        const ids = new Set(stories.filter((story) => story.lang === to && matches(story, meant)).map(({ id }) => id))
        return ids.size === 0 ? [] : [{ query, lang: to, isMeant: (id) => ids.has(id) }]
      }),
    )
    report(what, asked)
  }
  const countries = (from: Lang) => [...whereNames(from)]
  const every = (step: number) => (_: unknown, at: number) => at % step === 0
  ask('across, hazard + country', (from) =>
    HAZARDS.flatMap((hazard) =>
      countries(from).map(([country, name]) => ({
        query: `${hazard.asked[from]} ${name}`,
        meant: { hazard: hazard.asked.en, country },
      })),
    ),
  )
  ask('across, sector + hazard + country', (from) =>
    SECTORS.flatMap((sector) =>
      HAZARDS.flatMap((hazard) =>
        countries(from).map(([country, name]) => ({
          query: `${sector.asked[from]} ${hazard.asked[from]} ${name}`,
          meant: { sector: sector.asked.en, hazard: hazard.asked.en, country },
        })),
      ),
    ).filter(every(7)),
  )
  ask('across, theme + country', (from) =>
    SUBJECTS.flatMap((subject) =>
      countries(from).map(([country, name]) => ({
        query: `${subject.asked[from]} ${name}`,
        meant: { subject: subject.asked.en, country },
      })),
    ),
  )
}

function matches(story: FindRecord, meant: FindRecord['facets']): boolean {
  return Object.entries(meant).every(([facet, value]) => story.facets[facet as keyof FindRecord['facets']] === value)
}

function acrossOnWords(what: string, texts: readonly FindRecord[], count: number): void {
  const asked = texts.flatMap(({ key, lang, title, body }) => {
    const query = keywords(`${title} ${body}`, lang, count, key).join(' ')
    return LANGS.filter((to) => to !== lang).map(
      (to): Asked => ({ query, lang: to, isMeant: (id) => id === `${key}-${to}` }),
    )
  })
  report(`across, ${what}`, asked)
}

function costOfExpanding(): void {
  const queries = targetNames().map(({ title }) => queryWords(title))
  for (const words of queries) expand(words)
  const each = queries.map((words) => timed(() => expand(words)))
  console.log(
    `recognising and widening a query: p50 ${round(percentile(each, 50))} / p95 ${round(percentile(each, 95))} ms`,
  )
  console.log(`whole searches above: p50 ${round(percentile(times, 50))} / p95 ${round(percentile(times, 95))} ms`)
}

function officialTargets(folder: string | undefined): readonly FindRecord[] {
  const file = folder === undefined ? '' : join(folder, 'sdg_goals_targets.json')
  if (!existsSync(file)) return []
  const goals = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    targets: readonly { target: string; title: Record<Lang, string> }[]
  }[]
  return goals.flatMap(({ targets }) =>
    targets.flatMap(({ target, title }) => LANGS.map((lang) => named(`official-${target}`, lang, title[lang]))),
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
