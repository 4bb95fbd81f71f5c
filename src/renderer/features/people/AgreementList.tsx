import type { Agreement } from '../../../core/history/agreement.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/** From which kappa on which words are used; the steps are those of Landis and Koch (1977). */
const STEPS = [
  [0.8, 'full'],
  [0.6, 'good'],
  [0.4, 'moderate'],
  [0.2, 'fair'],
] as const

/** How far two people agree about goals, with plain words on what the number means. */
export function AgreementList({ agreement }: { readonly agreement: readonly Agreement[] }) {
  const { t, lang } = useText()
  if (agreement.length === 0) return null
  return (
    <section className="people-agreement" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{t('people:agreement.title')}</h2>
      <p className="people-help">{t('people:agreement.help')}</p>
      <ul>
        {agreement.map(({ one, other, records, agreed, kappa }) => (
          <li key={`${one}\n${other}`}>
            <strong>{t('people:likely.pair', { one, other })}</strong>{' '}
            {kappa === null
              ? t('people:agreement.none', { count: records })
              : t('people:agreement.line', {
                  count: records,
                  kappa: formatNumber(Math.round(kappa * 100) / 100, lang),
                  percent: Math.round(agreed * 100),
                  words: t(`people:agreement.words.${wordsFor(kappa)}`),
                })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsFor(kappa: number): string {
  return STEPS.find(([least]) => kappa > least)?.[1] ?? 'chance'
}
