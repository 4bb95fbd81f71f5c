import type { NamePair } from '../../../core/history/likely-same.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { useNames } from './use-people.ts'

/** Names that look like one person's. Nothing is joined by itself. */
export function LikelyPairs({ pairs }: { readonly pairs: readonly NamePair[] }) {
  const { t } = useText()
  const { join, apart } = useNames()
  if (pairs.length === 0) return null
  return (
    <section className="people-likely" aria-labelledby="likely-title">
      <h2 id="likely-title">{t('people:likely.title')}</h2>
      <ul>
        {pairs.map(({ one, other }) => {
          const [short, long] = one.length < other.length ? [one, other] : [other, one]
          return (
            <li key={`${one}\n${other}`}>
              <span>{t('people:likely.pair', { one: short, other: long })}</span>
              <Button onPress={() => void join(short, long)}>{t('people:likely.join', { name: long })}</Button>
              <Button look="quiet" onPress={() => void apart(one, other)}>
                {t('people:likely.apart')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
