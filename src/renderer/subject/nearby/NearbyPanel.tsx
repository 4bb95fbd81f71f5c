import './nearby.css'
import { useId } from 'react'
import { type Card, titleOf } from '../../../core/model/card.ts'
import type { NearbyWhy } from '../../../core/nearby/nearby.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { usePlace } from '../../app/place.ts'
import { themeName, useThemes } from '../../app/themes.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSubjectHere } from '../use-open-subject.ts'
import { useNearby } from './use-nearby.ts'

/** Lessons that may matter to what is being written, and records that may tell the same; nothing where there are none. */
export function NearbyPanel() {
  const { t } = useText()
  const { subject, lang } = useSubjectHere()
  const nearby = useNearby(subject, lang)
  const becauseOf = useReasons()
  if (!nearby) return null
  const { alike, lessons } = nearby
  return (
    <>
      {alike.length > 0 ? (
        <Cards
          title={t('record:nearby.alike')}
          lines={alike.map(({ card, because }) => ({ card, why: t(`record:nearby.because.${because}`) }))}
        />
      ) : null}
      {lessons.length > 0 ? (
        <Cards
          title={t('record:nearby.lessons', { count: lessons.length })}
          lines={lessons.map(({ card, why }) => ({ card, why: becauseOf(why) }))}
        />
      ) : null}
    </>
  )
}

type CardsProps = {
  readonly title: string
  readonly lines: readonly { readonly card: Card; readonly why: string }[]
}

function Cards({ title, lines }: CardsProps) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const heading = useId()
  return (
    <section className="nearby" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul>
        {lines.map(({ card, why }) => (
          <li key={card.id}>
            <button type="button" className="nearby-title" onClick={() => go({ kind: 'record', id: card.id })}>
              {titleOf(card, lang) || t('app:untitled')}
            </button>
            <p>{why}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Says why a lesson may matter, in a line. */
function useReasons(): (why: NearbyWhy) => string {
  const { t, lang } = useText()
  const themes = useThemes()
  return ({ words, themes: shared, goals, countries }) => {
    const names = shared.flatMap((id) => themes.find((theme) => theme.id === id) ?? [])
    return [
      ...(words.length > 0 ? [t('record:nearby.words', { words: words.join(', ') })] : []),
      ...names.map((theme) => themeName(theme, lang)),
      ...goals.map((goal) => t('record:nearby.goal', { goal })),
      ...countries.map((code) => countryName(code, lang)),
    ].join(' · ')
  }
}
