import { memo } from 'react'
import type { Hit, SortKey } from '../../../core/search/query.ts'
import { type Card, titleOf } from '../../../core/model/card.ts'
import type { Lang } from '../../../core/model/lang.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { formatShortDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { SdgMark } from '../../ui/SdgMark.tsx'
import { KindIcon } from './KindIcon.tsx'

const SDGS_SHOWN = 3

type RecordRowProps = { readonly hit: Hit; readonly searching: boolean; readonly sort: SortKey }

/** One record in the list: on one line, with a second for why it was found while something is looked for. */
export const RecordRow = memo(function RecordRow({ hit, searching, sort }: RecordRowProps) {
  const { t, lang } = useText()
  const { card, titleMarks, snippet } = hit
  const title = titleOf(card, lang)
  const goals = card.sdgs.slice(0, SDGS_SHOWN)
  const summary = card.summaries[lang] ?? card.summaries[card.lang] ?? ''
  // A match that has no words of its own to show (a theme, a country) is explained by what the record is about.
  const why = snippet ?? (summary === '' ? null : { field: 'summary', text: summary, marks: [] })
  return (
    <>
      <span className="row-line">
        <KindIcon kind={card.kind} />
        <span className="unseen">{t(`kinds:${card.kind}.name`)}</span>
        <span
          className={title === '' ? 'row-title row-untitled' : 'row-title'}
          title={title}
          lang={card.titles[lang] === undefined ? card.lang : lang}
        >
          {title === '' ? t('app:untitled') : <Marked text={title} marks={titleMarks} />}
        </span>
        {card.contested > 0 ? (
          <Chip meaning="contested">{t('library:contested', { count: card.contested })}</Chip>
        ) : null}
        {card.state === 'draft' || card.state === 'in-review' ? (
          <span className="row-state">{t(`kinds:choices.state.${card.state}`)}</span>
        ) : null}
        <span className="row-sdgs">
          {goals.map(({ code }) => (
            <SdgMark key={code} code={code} />
          ))}
          {card.sdgs.length > SDGS_SHOWN ? <span className="row-more">+{card.sdgs.length - SDGS_SHOWN}</span> : null}
        </span>
        <span className="row-country">{countries(card.countries, lang)}</span>
        <span className="row-date tabular">{formatShortDate(shownDate(card, sort), lang)}</span>
      </span>
      {searching ? (
        <span className="row-snippet">
          {why ? (
            <>
              <span className="row-field">{t(`kinds:fields.${why.field}.label`)}</span>
              <Marked text={why.text} marks={why.marks} />
            </>
          ) : null}
        </span>
      ) : null}
    </>
  )
})

/** The date the list is ordered by, where it is ordered by one. */
function shownDate(card: Card, sort: SortKey): number {
  return sort === 'created' ? card.createdAt : card.modifiedAt
}

/** The first country by name, and how many more. */
function countries(codes: readonly string[], lang: Lang): string {
  const [first] = codes
  if (first === undefined) return ''
  return codes.length === 1 ? countryName(first, lang) : `${countryName(first, lang)} +${codes.length - 1}`
}
