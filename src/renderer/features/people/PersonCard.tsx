import { hasPage } from '../../../core/model/kinds.ts'
import { useState } from 'react'
import type { People } from '../../../ipc/shapes.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { MissingRecords } from './MissingRecords.tsx'
import { RecordLink } from './RecordLink.tsx'
import { useNames } from './use-people.ts'

type Person = People['people'][number]

/** One person: what came from them and when, what they have probably not got, and the names they wrote under. */
export function PersonCard({ person, names }: { readonly person: Person; readonly names: readonly string[] }) {
  const { t, lang } = useText()
  const { name, isMe, last, at, changes, records } = person
  const isRecord = hasPage(last.kind)
  return (
    <li className="person" data-person={name}>
      <h2 className="person-name">
        {name || t('record:someone')}
        {isMe ? <span className="person-me"> {t('people:me')}</span> : null}
      </h2>
      <OtherNames person={person} />
      <dl className="person-facts">
        <div>
          <dt>{t(isMe ? 'people:last.me' : 'people:last.label')}</dt>
          <dd>
            {formatDate(at, lang, 'day-and-time') || t('people:last.unknown')}
            {isRecord ? <RecordLink id={last.subject} kind={last.kind} /> : null}
          </dd>
        </div>
        <div>
          <dt>{t('people:wrote.label')}</dt>
          <dd>
            {t('people:wrote.changes', { count: changes })} {t('people:wrote.records', { count: records })}
          </dd>
        </div>
        {isMe ? null : (
          <div>
            <dt>{t('people:missing.label')}</dt>
            <dd>
              <Missing person={person} />
            </dd>
          </div>
        )}
      </dl>
      {name === '' || names.length < 2 ? null : <JoinWith name={name} names={names} />}
    </li>
  )
}

function Missing({ person: { missing, last, clockIsAhead } }: { readonly person: Person }) {
  const { t } = useText()
  const [isOpen, open] = useState(false)
  return (
    <>
      {missing.changes === 0 ? (
        <span>{t('people:missing.nothing')}</span>
      ) : (
        <span className="person-missing">
          {t('people:missing.changes', { count: missing.changes })}{' '}
          {t('people:missing.records', { count: missing.records })}
        </span>
      )}
      {missing.records > 0 ? (
        <Button look="quiet" aria-expanded={isOpen} onPress={() => open(!isOpen)}>
          {t(isOpen ? 'people:missing.hide' : 'people:missing.show')}
        </Button>
      ) : null}
      {isOpen && missing.records > 0 ? (
        <MissingRecords key={missing.records} stamp={last.stamp} total={missing.records} />
      ) : null}
      {clockIsAhead ? <p className="people-help">{t('people:missing.clockAhead')}</p> : null}
    </>
  )
}

/** The other names somebody wrote under, each of which can be its own again. */
function OtherNames({ person }: { readonly person: Person }) {
  const { t } = useText()
  const { separate } = useNames()
  const others = person.names.filter((each) => each !== person.name)
  if (others.length === 0) return null
  return (
    <ul className="person-names" aria-label={t('people:alsoLabel')}>
      {others.map((each) => (
        <li key={each}>
          <span>{t('people:also', { name: each || t('record:someone') })}</span>
          <Button
            look="quiet"
            aria-label={t('people:separateName', { name: each })}
            onPress={() => void separate(each)}
          >
            {t('people:separate')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function JoinWith({ name, names }: { readonly name: string; readonly names: readonly string[] }) {
  const { t } = useText()
  const { join } = useNames()
  return (
    <div className="person-join">
      <Select
        quiet
        label={t('people:joinLabel', { name })}
        labelHidden
        placeholder={t('people:join')}
        options={names.filter((each) => each !== name && each !== '').map((each) => ({ id: each, label: each }))}
        value={null}
        onChange={(person) => void join(name, person)}
      />
    </div>
  )
}
