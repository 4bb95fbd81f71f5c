import { isPartialDate } from '../model/partial-date.ts'
import { foldWord } from './fold.ts'
import { FACETS, type Facet, type Filters } from './query.ts'

/** What a person asks for, taken apart. */
export type ReadQuery = {
  /** The words to look for, with those of the phrases. */
  readonly text: string
  /** What must stand side by side, as typed between quotation marks. */
  readonly phrases: readonly string[]
  /** Whether the last of them is still being typed. */
  readonly isOpen: boolean
  /** Words and phrases that no record found may hold. */
  readonly without: readonly string[]
  /** What `sdg:5` and `country:Peru` narrow to, facet by facet. */
  readonly only: Filters
  /** What `-country:PER` leaves out. */
  readonly except: Filters
  /** Partial dates that the period of a record must reach or not pass. */
  readonly from: string | null
  readonly to: string | null
}

/** What a person means by a value of a facet, a code or a name in any language; undefined where it is in no list. */
export type Meant = (facet: Facet, value: string) => string | undefined

/** How the operators are called in the three languages, folded. */
const OPERATORS: Readonly<Record<Facet | 'from' | 'to', readonly string[]>> = {
  kind: ['kind', 'type', 'genre', 'tipo', 'clase'],
  sdg: ['sdg', 'odd', 'ods'],
  theme: ['theme', 'tema'],
  country: ['country', 'pays', 'pais'],
  lang: ['lang', 'language', 'langue', 'idioma', 'lengua'],
  state: ['state', 'etat', 'estado'],
  from: ['from', 'since', 'depuis', 'desde'],
  to: ['to', 'until', 'jusque', 'hasta'],
}

const operatorByName = new Map(
  Object.entries(OPERATORS).flatMap(([operator, names]) => names.map((name) => [name, operator] as const)),
)

/** A part of a query: perhaps excluded, perhaps with an operator, in quotation marks or up to the next space. */
const PART = /(-(?=[\p{L}"“«]))?(?:(\p{L}+):)?(?:["“”„«]([^"“”„»]*)(?:["“”»]|$)|([^\s"“”„«]\S*)|["“”„»])/gu

/** Reads the operators of a query. Whatever is not understood is looked for as words: nothing a person types is wrong. */
export function readQuery(query: string, meant: Meant): ReadQuery {
  const words: string[] = []
  const phrases: string[] = []
  const without: string[] = []
  const only: Partial<Record<Facet, string[]>> = {}
  const except: Partial<Record<Facet, string[]>> = {}
  const period: { from: string | null; to: string | null } = { from: null, to: null }

  function takeOperator(operator: string, value: string, excluded: boolean): boolean {
    if (operator === 'from' || operator === 'to') {
      if (excluded || !isPartialDate(value)) return false
      period[operator] = value
      return true
    }
    const facet = FACETS.find((entry) => entry === operator)
    const values = value.split(',').map((entry) => (facet ? meant(facet, entry.trim()) : undefined))
    if (!facet || values.includes(undefined)) return false
    const target = excluded ? except : only
    target[facet] = [...(target[facet] ?? []), ...values.filter((entry) => entry !== undefined)]
    return true
  }

  for (const [part, minus, name, quoted, plain] of query.matchAll(PART)) {
    const value = (quoted ?? plain ?? '').trim()
    const operator = operatorByName.get(foldWord(name ?? ''))
    if (operator !== undefined && value !== '' && takeOperator(operator, value, minus !== undefined)) continue
    if (minus !== undefined) without.push(quoted === undefined || name !== undefined ? part.slice(1) : value)
    else if (quoted === undefined || name !== undefined) words.push(part)
    else {
      words.push(value)
      phrases.push(value)
    }
  }
  const isOpen = /["“„«][^"“”„»\s][^"“”„»]*$/u.test(query)
  return { text: words.join(' '), phrases, isOpen, without, only, except, ...period }
}
