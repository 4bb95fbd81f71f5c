import { useMemo } from 'react'
import { titleOf } from '../../../core/model/card.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'
import { useCards } from '../../subject/use-cards.ts'

/** A record or brief by its title, one press away. */
export function RecordLink({ id, kind }: { readonly id: string; readonly kind: string }) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const card = useCards(useMemo(() => [id], [id])).get(id)
  return (
    <button
      type="button"
      className="link"
      onClick={() => go(kind === 'brief' ? { kind: 'brief', id } : { kind: 'record', id })}
    >
      {(card && titleOf(card, lang)) || t('app:untitled')}
    </button>
  )
}
