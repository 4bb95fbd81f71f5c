import { type Card, titleOf } from '../model/card.ts'
import type { Lang } from '../model/lang.ts'
import type { SortKey } from './query.ts'

/** Tells which of two cards comes first. Never 0 for different cards: ties are settled by id. */
export type CompareCards = (a: Card, b: Card) => number

const collators = new Map<Lang, Intl.Collator>()

/** The order of a list. `relevance` alone has none and falls back on the latest change. */
export function compareBy(sort: SortKey, descending: boolean, lang: Lang): CompareCards {
  if (sort === 'relevance') return compareBy('modified', true, lang)
  const compare = ascending(sort, lang)
  const direction = descending ? -1 : 1
  return (a, b) => missing(sort, a) - missing(sort, b) || compare(a, b) * direction || byId(a, b)
}

function ascending(sort: Exclude<SortKey, 'relevance'>, lang: Lang): CompareCards {
  switch (sort) {
    case 'modified':
      return (a, b) => a.modifiedAt - b.modifiedAt
    case 'created':
      return (a, b) => a.createdAt - b.createdAt
    case 'title': {
      const { compare } = collatorOf(lang)
      return (a, b) => compare(titleOf(a, lang), titleOf(b, lang))
    }
    case 'period':
      return (a, b) => byCodeUnits(periodOf(a), periodOf(b))
  }
}

/** Cards without a title or period come last, whichever way the list runs. */
function missing(sort: SortKey, card: Card): number {
  if (sort === 'period') return periodOf(card) === '' ? 1 : 0
  if (sort === 'title') return titleOf(card, card.lang) === '' ? 1 : 0
  return 0
}

function periodOf(card: Card): string {
  return card.from ?? card.to ?? ''
}

function byId(a: Card, b: Card): number {
  return byCodeUnits(a.id, b.id)
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function collatorOf(lang: Lang): Intl.Collator {
  const known = collators.get(lang)
  if (known) return known
  const collator = new Intl.Collator(lang, { numeric: true })
  collators.set(lang, collator)
  return collator
}
