import './search-log.css'
import { useEffect, useMemo, useState } from 'react'
import type { Searched } from '../../../core/briefs/searched.ts'
import { type Card, titleOf } from '../../../core/model/card.ts'
import { RECORD_KINDS } from '../../../core/model/kinds.ts'
import { call } from '../../app/client.ts'
import { formatPartialDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useCards } from '../../subject/use-cards.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useSearchLog } from './use-search-log.ts'

/** How the evidence was looked for: each search with its date, what it found, what was taken, and what was left out and why. */
export function SearchLogPanel() {
  const { t } = useText()
  const { entries, noteLeftOut } = useSearchLog()
  if (entries.length === 0) return <p className="search-log-empty">{t('brief:searches.empty')}</p>
  return (
    <ol className="search-log" aria-label={t('brief:searches.title')}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} onLeaveOut={(record, reason) => noteLeftOut(entry, record, reason)} />
      ))}
    </ol>
  )
}

type EntryProps = { readonly entry: Searched; readonly onLeaveOut: (record: string, reason: string) => void }

function Entry({ entry, onLeaveOut }: EntryProps) {
  const { t, lang } = useText()
  const { isReadOnly } = useSubjectHere()
  const [isOpen, setOpen] = useState(false)
  const { query, date, total, chosen, excluded } = entry
  const cards = useCards(useMemo(() => [...chosen, ...excluded.map(({ record }) => record)], [chosen, excluded]))
  const nameOf = (record: string): string => {
    const card = cards.get(record)
    return card ? titleOf(card, lang) || t('pickers:record.untitled') : t('brief:tray.gone')
  }
  return (
    <li>
      <h3>{query}</h3>
      <p className="search-log-when">
        {formatPartialDate(date, lang)} · {t('brief:searches.found', { count: total })}
      </p>
      {chosen.length > 0 ? (
        <>
          <h4>{t('brief:searches.chosen')}</h4>
          <ul>
            {chosen.map((record) => (
              <li key={record}>{nameOf(record)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {excluded.length > 0 ? (
        <>
          <h4>{t('brief:searches.excluded')}</h4>
          <ul>
            {excluded.map(({ record, reason }) => (
              <li key={record}>
                {nameOf(record)}
                {reason ? <span className="search-log-reason"> — {reason}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isReadOnly ? null : (
        <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('brief:searches.others')}
        </Button>
      )}
      {isOpen ? <Others entry={entry} onLeaveOut={onLeaveOut} /> : null}
    </li>
  )
}

const OFFERED = 20

/** What the search finds besides, each to be left out with a reason. */
function Others({ entry, onLeaveOut }: EntryProps) {
  const { t, lang } = useText()
  const [found, setFound] = useState<readonly Card[]>([])
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const { query, chosen, excluded } = entry
  useEffect(() => {
    let isCurrent = true
    const asked = { filters: { kind: [...RECORD_KINDS] }, sort: 'relevance' as const, descending: true, offset: 0 }
    void call('library.search', { query, ...asked, limit: OFFERED, lang }).then((outcome) => {
      if (isCurrent && outcome.ok) setFound(outcome.value.hits.map(({ card }) => card))
    })
    return () => {
      isCurrent = false
    }
  }, [query, lang])
  const settled = [...chosen, ...excluded.map(({ record }) => record)]
  const others = found.filter(({ id }) => !settled.includes(id))
  if (others.length === 0) return <p className="search-log-empty">{t('brief:searches.none')}</p>
  return (
    <ul className="search-log-others">
      {others.map((card) => {
        const title = titleOf(card, lang) || t('pickers:record.untitled')
        return (
          <li key={card.id}>
            <span>{title}</span>
            <TextField
              label={t('brief:searches.reason', { title })}
              labelHidden
              placeholder={t('brief:searches.why')}
              maxLength={500}
              value={reasons[card.id] ?? ''}
              onChange={(reason) => setReasons({ ...reasons, [card.id]: reason })}
            />
            <Button onPress={() => onLeaveOut(card.id, (reasons[card.id] ?? '').trim())}>
              {t('brief:searches.leaveOut')}
              <span className="unseen">{title}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
