import './facets.css'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { FACETS, type Facet } from '../../../core/search/query.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { SdgMark } from '../../ui/SdgMark.tsx'
import { keepLibrary, useKept } from './kept-library.ts'
import { clearFilters, toggleFilter, useLibrary } from './library-store.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { type FacetValue, useFacetValues } from './use-facet-values.ts'

const SHOWN = 8

/** Ways to narrow the list, each value with how many records it would leave. */
export function Facets() {
  const { t } = useText()
  const chosen = useLibrary((state) => Object.values(state.filters).flat().length)
  return (
    <aside className="facets" aria-label={t('library:facets.label')}>
      <SavedSearches />
      {FACETS.map((facet) => (
        <FacetView key={facet} facet={facet} />
      ))}
      {chosen > 0 ? (
        <div className="facets-clear">
          <Button onPress={clearFilters}>{t('library:facets.clear', { count: chosen })}</Button>
        </div>
      ) : null}
    </aside>
  )
}

function FacetView({ facet }: { readonly facet: Facet }) {
  const { t } = useText()
  const values = useFacetValues(facet)
  const closed = useKept((state) => state.closed.includes(facet))
  const [all, setAll] = useState(false)
  const shown = all ? values : values.filter((value, index) => index < SHOWN || value.chosen)
  if (values.length === 0) return null
  const id = `facet-${facet}`
  return (
    <section className="facet">
      <h2>
        <button
          type="button"
          className="facet-head"
          aria-expanded={!closed}
          aria-controls={id}
          onClick={() => keepLibrary(({ closed: list }) => ({ closed: toggled(list, facet) }))}
        >
          <ChevronRight aria-hidden size={14} />
          {t(`library:facets.${facet}`)}
        </button>
      </h2>
      {closed ? null : (
        <ul id={id} aria-label={t(`library:facets.${facet}`)}>
          {shown.map((value) => (
            <FacetLine key={value.id} facet={facet} value={value} />
          ))}
          {values.length > SHOWN ? (
            <li>
              <button type="button" className="facet-more" onClick={() => setAll(!all)}>
                {all ? t('library:facets.fewer') : t('library:facets.more', { count: values.length - SHOWN })}
              </button>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

function FacetLine({ facet, value }: { readonly facet: Facet; readonly value: FacetValue }) {
  const { lang } = useText()
  return (
    <li>
      <label className={value.under ? 'facet-line facet-under' : 'facet-line'}>
        <input type="checkbox" checked={value.chosen} onChange={() => toggleFilter(facet, value.id, value.instead)} />
        {facet === 'sdg' ? <SdgMark code={value.id} /> : null}
        <span className="facet-words" title={value.label}>
          {value.label}
        </span>
        <span className="facet-count tabular">{formatNumber(value.count, lang)}</span>
      </label>
    </li>
  )
}

function toggled(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry]
}
