import './people.css'
import { useText } from '../../i18n/use-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Spinner } from '../../ui/Progress.tsx'
import { AgreementList } from './AgreementList.tsx'
import { LikelyPairs } from './LikelyPairs.tsx'
import { PersonCard } from './PersonCard.tsx'
import { usePeople } from './use-people.ts'

/** Who has what: each colleague seen in the workspace, the last that came from them, and what has probably not reached them. */
export function PeoplePage() {
  const { t } = useText()
  const { people, problem } = usePeople()
  if (problem) return <ProblemNote problem={problem} />
  if (!people) return <Spinner label={t('people:looking')} />
  const names = people.people.map(({ name }) => name)
  const others = people.people.filter(({ isMe }) => !isMe)
  return (
    <div className="people">
      {others.length === 0 ? (
        <EmptyState title={t('people:empty.title')}>{t('people:empty.words')}</EmptyState>
      ) : (
        <p className="people-help">{t('people:help')}</p>
      )}
      <LikelyPairs pairs={people.likely} />
      <ul className="people-list" aria-label={t('people:title')}>
        {[...people.people.filter(({ isMe }) => isMe), ...others].map((person) => (
          <PersonCard key={person.name} person={person} names={names} />
        ))}
      </ul>
      <AgreementList agreement={people.agreement} />
    </div>
  )
}
