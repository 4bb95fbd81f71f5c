import { useMemo } from 'react'
import { RECORD_KINDS, STATES } from '../../../core/model/kinds.ts'
import { LANGS, type Lang } from '../../../core/model/lang.ts'
import type { Facet } from '../../../core/search/query.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { compareSdgCodes, goalOf, sdgLabel } from '../../../core/taxonomy/sdgs.ts'
import type { ThemeView } from '../../../ipc/shapes.ts'
import { themeName, useThemes } from '../../app/themes.ts'
import { collator } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { useLibrary } from './library-store.ts'

/** A value of a facet as it is offered. */
export type FacetValue = {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
  /** Belongs under the value above it. */
  readonly under: boolean
  /** What the choice of this one takes the place of: the broader value, or the narrower ones. */
  readonly instead: readonly string[]
}

const NONE: Readonly<Record<string, number>> = {}
const NOTHING: readonly string[] = []

/** The values of a facet that lead somewhere, and those chosen, in an order people expect. */
export function useFacetValues(facet: Facet): readonly FacetValue[] {
  const { t, lang } = useText()
  const themes = useThemes()
  const counts = useLibrary((state) => state.facets?.[facet] ?? NONE)
  const chosen = useLibrary((state) => state.filters[facet] ?? NOTHING)
  return useMemo(() => {
    const live = Object.keys(counts).filter((id) => (counts[id] ?? 0) > 0)
    const ids = [...new Set([...live, ...chosen])]
    const label = labeller(facet, themes, t, lang)
    const value = (id: string, under: boolean): FacetValue => ({
      id,
      label: label(id),
      count: counts[id] ?? 0,
      chosen: chosen.includes(id),
      under,
      instead: NOTHING,
    })
    const byLabel = (a: FacetValue, b: FacetValue) => collator(lang).compare(a.label, b.label)
    const byCount = (a: FacetValue, b: FacetValue) => b.count - a.count || byLabel(a, b)
    if (facet === 'theme') {
      const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
      return nested(ids, (id) => parents.get(id), value, byCount)
    }
    const byCode = (a: FacetValue, b: FacetValue) => compareSdgCodes(a.id, b.id)
    if (facet === 'sdg') return nested(ids, goalAbove, value, byCode)
    const values = ids.map((id) => value(id, false))
    if (facet === 'country') return values.sort(byCount)
    const order = ORDERS[facet]
    return values.sort((a, b) => (order?.indexOf(a.id) ?? 0) - (order?.indexOf(b.id) ?? 0))
  }, [facet, counts, chosen, themes, t, lang])
}

const ORDERS: Readonly<Partial<Record<Facet, readonly string[]>>> = { kind: RECORD_KINDS, lang: LANGS, state: STATES }

/** What values of a facet are called. */
export function labeller(facet: Facet, themes: readonly ThemeView[], t: Text, lang: Lang): (id: string) => string {
  const byId = new Map(themes.map((theme) => [theme.id, themeName(theme, lang)]))
  const labels: Readonly<Record<Facet, (id: string) => string>> = {
    kind: (id) => t(`kinds:${id}.plural`),
    sdg: (id) => sdgLabel(id, lang),
    theme: (id) => byId.get(id) ?? id,
    country: (id) => countryName(id, lang),
    lang: (id) => t(`kinds:choices.lang.${id}`),
    state: (id) => t(`kinds:choices.state.${id}`),
  }
  return labels[facet]
}

/** The goal that a target belongs to; a goal belongs to nothing. */
function goalAbove(code: string): string | undefined {
  return code.includes('.') ? String(goalOf(code) ?? '') : undefined
}

/** Broad values in order; the narrower ones appear under a broad one once it, or one of them, is chosen. */
function nested(
  ids: readonly string[],
  parentOf: (id: string) => string | null | undefined,
  value: (id: string, under: boolean) => FacetValue,
  compare: (a: FacetValue, b: FacetValue) => number,
): readonly FacetValue[] {
  const parentIn = (id: string) => {
    const parent = parentOf(id) ?? null
    return parent !== null && ids.includes(parent) ? parent : null
  }
  const tops = ids.filter((id) => parentIn(id) === null).map((id) => value(id, false))
  return tops.sort(compare).flatMap((top) => {
    const under = ids.filter((id) => parentIn(id) === top.id).map((id) => value(id, true))
    const open = top.chosen || under.some(({ chosen }) => chosen)
    const whole = { ...top, instead: under.map(({ id }) => id) }
    return open ? [whole, ...under.sort(compare).map((part) => ({ ...part, instead: [top.id] }))] : [whole]
  })
}
