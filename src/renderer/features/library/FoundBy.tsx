import type { Why } from '../../../core/search/query.ts'
import { useText } from '../../i18n/use-text.ts'

/** Why a record was found: for each word typed, the word that matched, where, and in which language. */
export function FoundBy({ why }: { readonly why: readonly Why[] }) {
  const { t } = useText()
  if (why.length === 0) return null
  return (
    <section className="found-by" aria-label={t('library:why.title')}>
      <h3>{t('library:why.title')}</h3>
      <dl>
        {why.map(({ term, matched, field, lang, concept }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {t('library:why.in', {
                matched,
                field: t(`kinds:fields.${field}.label`, { defaultValue: field }),
                lang: t(`kinds:choices.lang.${lang}`),
              })}
              {concept === undefined ? null : <span className="found-concept"> · {t('library:why.concept')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
