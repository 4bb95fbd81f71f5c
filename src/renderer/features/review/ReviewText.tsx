import { findKind } from '../../../core/model/kinds.ts'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { textOf } from '../../subject/versions.ts'

/** The text of a record, to be read: its words can be lit up, and it can be opened. */
export function ReviewText({ view, lang }: { readonly view: SubjectView; readonly lang: Lang }) {
  const { t } = useText()
  const go = usePlace((state) => state.go)
  const fields = findKind(view.kind)?.fields.filter(({ localized, id }) => localized && id !== 'title') ?? []
  return (
    <article className="review-text">
      <p className="review-kind">
        {t(`kinds:${view.kind}.name`)}
        <button type="button" className="link" onClick={() => go({ kind: 'record', id: view.id })}>
          {t('review:open')}
        </button>
      </p>
      <div data-part="title">
        <h2 className="review-title suggested-text" lang={lang}>
          {textOf(view, 'title', lang) || t('app:untitled')}
        </h2>
      </div>
      {fields.map(({ id }) => {
        const text = textOf(view, id, lang)
        if (text.trim() === '') return null
        return (
          <section key={id} data-part={id}>
            <h3 className="part-heading">{fieldLabel(t, id)}</h3>
            <p className="review-words suggested-text" lang={lang}>
              {text}
            </p>
          </section>
        )
      })}
    </article>
  )
}
