import type { Card, FieldText } from '../../../src/core/model/card.ts'
import type { Lang } from '../../../src/core/model/lang.ts'
import { createLibrary, type Library, type LibraryOptions } from '../../../src/core/search/library.ts'
import type { LibraryQuery } from '../../../src/core/search/query.ts'
import { tagTexts } from '../../../src/core/search/tag-texts.ts'
import { countryName } from '../../../src/core/taxonomy/countries.ts'
import { goalOf, sdgLabel } from '../../../src/core/taxonomy/sdgs.ts'
import { parentOf, themeLabel } from '../../../src/core/taxonomy/themes.ts'

type Version = { readonly title: string; readonly summary?: string; readonly body?: string }

/** A record to be searched, as short as a test can tell it. */
export type Story = {
  readonly id: string
  readonly kind?: string
  readonly lang: Lang
  readonly versions: Partial<Readonly<Record<Lang, Version>>>
  readonly sdgs?: readonly string[]
  readonly themes?: readonly string[]
  readonly countries?: readonly string[]
  readonly people?: string
  readonly state?: string
  readonly from?: string
  readonly modifiedAt?: number
}

/** Records as they come from the field, in three languages. */
export const STORIES: readonly Story[] = [
  {
    id: 'niger-ecole',
    lang: 'fr',
    versions: {
      fr: {
        title: 'Des bénévoles rouvrent l’école de Téra',
        summary: 'Après les inondations, les mères du village ont remis l’école en état en six semaines.',
        body: 'Qu’est-ce qui a changé ? Les écoles du district ont reçu 30 000 cahiers. Jusqu’aux élèves de CM2, tous sont revenus. L’œuvre des communautés a tenu.',
      },
      en: {
        title: 'Volunteers reopen the school in Téra',
        summary: 'After the floods, mothers repaired the village school in six weeks.',
      },
    },
    sdgs: ['4.7', '13.1'],
    themes: ['school-support'],
    countries: ['NER'],
    people: 'Aïssata Maïga, présidente',
    from: '2019-08',
    modifiedAt: 1_700_000_000_000,
  },
  {
    id: 'lesson-training',
    kind: 'lesson',
    lang: 'en',
    versions: {
      en: {
        title: 'Train volunteers before the rains, not after',
        summary: 'Organised training in March meant that 80% of the teams were ready.',
        body: 'The organisation of early warning depended on women’s groups. Don’t wait for the flood: volunteering starts with trust. COVID-19 delayed two districts.',
      },
    },
    sdgs: ['13.1', '5'],
    themes: ['early-warning', 'womens-leadership'],
    countries: ['BGD'],
    state: 'validated',
    from: '2021',
    modifiedAt: 1_700_000_100_000,
  },
  {
    id: 'leccion-salud',
    kind: 'lesson',
    lang: 'es',
    versions: {
      es: {
        title: 'La salud comunitaria empieza con las mujeres',
        summary: 'Voluntarias de Potosí acompañaron a 1.250 niñas y niños.',
        body: 'La organización de las promotoras de salud y la educación de las familias redujeron la desnutrición. El trabajo voluntario dio confianza. Cooperación sur-sur con Perú.',
      },
      fr: { title: 'La santé communautaire commence avec les femmes' },
    },
    sdgs: ['3.8', '5.2'],
    themes: ['community-health'],
    countries: ['BOL', 'PER'],
    state: 'validated',
    from: '2018-03-01',
    modifiedAt: 1_700_000_200_000,
  },
  {
    id: 'innovation-carte',
    kind: 'innovation',
    lang: 'fr',
    versions: {
      fr: {
        title: 'Cartographie en ligne des points d’eau',
        summary: 'Des volontaires en ligne ont cartographié 412 puits au Burkina Faso.',
        body: 'La carte sert aux communes. Coût : 2,5 millions. Stage formé avec OpenStreetMap à Ouagadougou.',
      },
    },
    sdgs: ['6', '17.16'],
    themes: ['online-mapping'],
    countries: ['BFA'],
    from: '2022',
    modifiedAt: 1_700_000_300_000,
  },
  {
    id: 'who-is-who',
    lang: 'en',
    versions: { en: { title: 'Who is who', summary: 'A register of mentors in Côte d’Ivoire.' } },
    sdgs: ['16'],
    themes: ['volunteer-management'],
    countries: ['CIV'],
    modifiedAt: 1_700_000_050_000,
  },
]

/** The card of a story. */
export function cardOf(story: Story): Card {
  const versions = Object.entries(story.versions) as [Lang, Version][]
  const texts = (part: 'title' | 'summary'): Partial<Record<Lang, string>> =>
    Object.fromEntries(versions.flatMap(([lang, version]) => (version[part] ? [[lang, version[part]]] : [])))
  return {
    id: story.id,
    kind: story.kind ?? 'case-study',
    externalId: null,
    lang: story.lang,
    languages: [story.lang, ...versions.map(([lang]) => lang).filter((lang) => lang !== story.lang)],
    titles: texts('title'),
    summaries: texts('summary'),
    sdgs: (story.sdgs ?? []).map((code) => ({ code, strength: 'principal' })),
    themes: story.themes ?? [],
    countries: story.countries ?? [],
    places: [],
    from: story.from ?? null,
    to: null,
    state: story.state ?? 'draft',
    illustrative: true,
    contested: 0,
    deleted: false,
    createdAt: story.modifiedAt ?? 0,
    modifiedAt: story.modifiedAt ?? 0,
    author: 'Inés Quispe',
  }
}

function textsOf(story: Story): readonly FieldText[] {
  const subject = story.id
  const versions = Object.entries(story.versions).flatMap(([locale, { title, summary, body }]) => [
    { subject, field: 'title', locale, text: title },
    { subject, field: 'summary', locale, text: summary ?? '' },
    { subject, field: 'body', locale, text: body ?? '' },
  ])
  return [...versions, { subject, field: 'people', locale: '', text: story.people ?? '' }]
}

/** A library over a changing set of stories. */
export function openLibrary(stories: readonly Story[] = STORIES, options: Partial<LibraryOptions> = {}) {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const names = { goalOf, sdgLabel, parentOf, themeLabel, countryName }
  const library = createLibrary({
    now: () => 0,
    foldFrom: 3,
    goalOf,
    parentOf,
    textsOf(card) {
      const story = byId.get(card.id)
      return story ? [...textsOf(story), ...tagTexts(card, names)] : []
    },
    ...options,
  })
  const put = (story: Story): void => {
    byId.set(story.id, story)
    library.put(cardOf(story))
  }
  stories.forEach(put)
  return { library, put }
}

/** A question with the usual settings. */
export function ask(query: string, rest: Partial<LibraryQuery> = {}): LibraryQuery {
  return { query, filters: {}, sort: 'relevance', descending: true, offset: 0, limit: 50, lang: 'en', ...rest }
}

/** The ids found, best first. */
export function found(library: Library, query: string, rest: Partial<LibraryQuery> = {}): readonly string[] {
  return library.search(ask(query, rest)).hits.map(({ card }) => card.id)
}
