import type { Hit } from '../../../core/search/query.ts'
import { titleOf } from '../../../core/model/card.ts'
import { countryName } from '../../../core/taxonomy/countries.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { SdgMark } from '../../ui/SdgMark.tsx'
import { KindIcon } from './KindIcon.tsx'

const SDGS_SHOWN = 3

/** One record in the list: on one line, with a second for why it was found while something is looked for. */
export function RecordRow({ hit, searching }: { readonly hit: Hit; readonly searching: boolean }) {
  const { t, lang } = useText()
  const { card, titleMarks, snippet } = hit
  const title = titleOf(card, lang)
  const goals = card.sdgs.slice(0, SDGS_SHOWN)
  return (
    <>
      <span className="row-line">
        <KindIcon kind={card.kind} />
        <span className="unseen">{t(`kinds:${card.kind}.name`)}</span>
        <span className={title === '' ? 'row-title row-untitled' : 'row-title'}>
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
        <span className="row-country">{card.countries.map((code) => countryName(code, lang)).join(', ')}</span>
        <span className="row-date tabular">{formatDate(card.modifiedAt, lang)}</span>
      </span>
      {searching ? (
        <span className="row-snippet">
          {snippet ? (
            <>
              <span className="row-field">{t(`kinds:fields.${snippet.field}.label`)}</span>
              <Marked text={snippet.text} marks={snippet.marks} />
            </>
          ) : null}
        </span>
      ) : null}
    </>
  )
}
