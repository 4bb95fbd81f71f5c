import { type Field, type FieldPlace, type FieldType, type Kind, LONG_TEXT_LIMIT, TEXT_LIMIT } from './fields.ts'
import { LANGS } from './lang.ts'

/** The kinds of record a researcher writes. */
export const RECORD_KINDS = ['case-study', 'lesson', 'innovation'] as const

/** One of the kinds of record. */
export type RecordKind = (typeof RECORD_KINDS)[number]

/** How far a record has come. */
export const STATES = ['draft', 'in-review', 'validated', 'archived'] as const

/** How far an innovation has come. */
export const STAGES = ['idea', 'pilot', 'tested', 'scaling', 'scaled'] as const

/** How much a record says about an SDG. */
export const SDG_STRENGTHS = ['principal', 'significant', 'mentioned'] as const

/** Where a tag came from that a person only had to accept: a suggestion from the text, or one from an old MDG in it. */
export const SDG_TAG_SOURCES = ['suggested', 'mdg'] as const

/** The ways people volunteer that a record can count. */
export const VOLUNTEER_TYPES = ['community', 'national', 'international', 'online', 'corporate', 'youth'] as const

function field(id: string, type: FieldType, place: FieldPlace, weight = 0, localized = false): Field {
  return { ...type, id, place, weight, localized }
}

function section(id: string): Field {
  return field(id, { type: 'rich' }, 'section', 1, true)
}

function line(id: string, place: FieldPlace, weight = 0, localized = false): Field {
  return field(id, { type: 'text', maxLength: TEXT_LIMIT }, place, weight, localized)
}

const lifecycle = field('lifecycle', { type: 'json' }, 'hidden')
/** The id of the one that a thing was joined with, and that is kept in its place. */
const joined = line('joined', 'hidden')
const translations = field('translations', { type: 'set', element: 'translation' }, 'hidden')

const recordHead: readonly Field[] = [
  line('title', 'heading', 5, true),
  field('summary', { type: 'long-text', maxLength: LONG_TEXT_LIMIT }, 'heading', 3, true),
]

const recordFacts: readonly Field[] = [
  field('lang', { type: 'choice', choices: LANGS }, 'hidden'),
  field('state', { type: 'choice', choices: STATES }, 'facts'),
  field('sdgs', { type: 'set', element: 'sdg' }, 'facts', 2),
  field('sdgsRejected', { type: 'set', element: 'sdg-code' }, 'hidden'),
  field('themes', { type: 'set', element: 'theme' }, 'facts', 2),
  field('themesRejected', { type: 'set', element: 'theme' }, 'hidden'),
  field('countries', { type: 'set', element: 'country' }, 'facts', 2),
  field('places', { type: 'set', element: 'place' }, 'facts', 2),
  field('period', { type: 'period' }, 'facts'),
  field('people', { type: 'set', element: 'person' }, 'facts', 1),
  field('organisations', { type: 'set', element: 'organisation' }, 'facts', 1),
  field('volunteers', { type: 'set', element: 'volunteers' }, 'facts'),
  field('figures', { type: 'set', element: 'figure' }, 'facts', 1),
  field('attachments', { type: 'set', element: 'attachment' }, 'hidden'),
  field('source', { type: 'source' }, 'facts', 1),
  field('illustrative', { type: 'flag' }, 'facts'),
  line('externalId', 'hidden', 1),
  field('extra', { type: 'json' }, 'hidden'),
  field('imported', { type: 'json' }, 'hidden'),
  joined,
  translations,
  lifecycle,
]

function recordKind(id: RecordKind, sections: readonly Field[], facts: readonly Field[] = []): Kind {
  return { id, fields: [...recordHead, ...sections, section('body'), ...facts, ...recordFacts] }
}

/** Every kind of thing, declared once. A new kind or field is one entry here and its words in `locales/`. */
const KINDS: readonly Kind[] = [
  recordKind(
    'case-study',
    ['context', 'challenge', 'action', 'results', 'evidence', 'lessons', 'transfer'].map(section),
  ),
  recordKind('lesson', ['situation', 'event', 'cause', 'lesson', 'recommendation', 'limits', 'contact'].map(section)),
  recordKind('innovation', ['problem', 'solution', 'effect', 'cost', 'needs'].map(section), [
    field('stage', { type: 'choice', choices: STAGES }, 'facts'),
  ]),
  {
    id: 'brief',
    fields: [
      line('title', 'heading', 5, true),
      line('audience', 'heading', 1, true),
      field('question', { type: 'long-text', maxLength: LONG_TEXT_LIMIT }, 'heading', 2, true),
      section('messages'),
      section('narrative'),
      section('recommendations'),
      field('records', { type: 'set', element: 'record' }, 'facts'),
      field('searches', { type: 'set', element: 'searched' }, 'hidden'),
      field('lang', { type: 'choice', choices: LANGS }, 'hidden'),
      line('externalId', 'hidden'),
      field('extra', { type: 'json' }, 'hidden'),
      field('imported', { type: 'json' }, 'hidden'),
      translations,
      lifecycle,
    ],
  },
  { id: 'concept', fields: [line('words', 'heading', 0, true), line('extends', 'facts'), lifecycle] },
  { id: 'search', fields: [line('title', 'heading', 0, true), field('asked', { type: 'json' }, 'facts'), lifecycle] },
  { id: 'theme', fields: [line('label', 'heading', 0, true), line('parent', 'facts'), joined, lifecycle] },
  {
    id: 'workspace',
    fields: [
      line('name', 'heading'),
      field('lang', { type: 'choice', choices: LANGS }, 'hidden'),
      field('identities', { type: 'set', element: 'identity' }, 'hidden'),
      field('apart', { type: 'set', element: 'pair' }, 'hidden'),
    ],
  },
]

const kindById = new Map(KINDS.map((kind) => [kind.id, kind]))

/** The declaration of a kind, or undefined for one that this version does not know. */
export function findKind(id: string): Kind | undefined {
  return kindById.get(id)
}

/** A field of a kind, or undefined where this version knows none by that name. */
export function findField(kind: string, id: string): Field | undefined {
  return kindById.get(kind)?.fields.find((entry) => entry.id === id)
}

/** Kinds of things that have no page of their own to be opened on. */
const WITHOUT_PAGE: readonly string[] = ['theme', 'workspace', 'person', 'search', 'concept']

/** Whether things of a kind can be opened, also of one that this version does not know. */
export function hasPage(kind: string): boolean {
  return !WITHOUT_PAGE.includes(kind)
}

/** Whether a kind is one of the three kinds of record. */
export function isRecordKind(kind: string): kind is RecordKind {
  return RECORD_KINDS.some((entry) => entry === kind)
}
