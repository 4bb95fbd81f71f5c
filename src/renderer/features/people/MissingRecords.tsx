import { useEffect, useState } from 'react'
import { titleOf } from '../../../core/model/card.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import { useText } from '../../i18n/use-text.ts'
import { useCards } from '../../subject/use-cards.ts'

/** The records that were written in after somebody's last change, latest first. */
export function MissingRecords({ stamp, total }: { readonly stamp: string; readonly total: number }) {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  const [ids, setIds] = useState<readonly string[]>([])
  const cards = useCards(ids)
  useEffect(() => {
    let isCurrent = true
    void call('people.missing', { stamp }).then((outcome) => {
      if (isCurrent && outcome.ok) setIds(outcome.value)
    })
    return () => {
      isCurrent = false
    }
  }, [stamp])
  return (
    <ul className="person-records">
      {ids.map((id) => {
        const card = cards.get(id)
        if (!card) return null
        return (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => go(card.kind === 'brief' ? { kind: 'brief', id } : { kind: 'record', id })}
            >
              {titleOf(card, lang) || t('app:untitled')}
            </button>
          </li>
        )
      })}
      {total > ids.length && ids.length > 0 ? <li>{t('people:missing.more', { count: total - ids.length })}</li> : null}
    </ul>
  )
}
