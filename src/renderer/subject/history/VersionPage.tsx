import { ArrowLeft, History } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { call } from '../../app/client.ts'
import { flushAll } from '../../app/flush.ts'
import { runCommand } from '../../app/commands.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText, wordsNow } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { notify } from '../../ui/notices.ts'
import { notifyProblem } from '../../ui/notify-problem.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { AuthorName } from '../AuthorName.tsx'
import { useEscape } from './use-escape.ts'
import { useVersion } from './use-version.ts'
import { VersionPlaceView } from './VersionPlaceView.tsx'

type VersionPageProps = {
  readonly id: string
  readonly stamp: string
  /** Nothing can be brought back where nothing can be written. */
  readonly isLocked: boolean
  readonly onClose: () => void
}

/** A record or brief as it was, to be read, compared with today, and brought back field by field or whole. */
export function VersionPage({ id, stamp, isLocked, onClose }: VersionPageProps) {
  const { t, lang } = useText()
  const { version, problem } = useVersion(id, stamp)
  const [isCompared, compare] = useState(false)
  useEscape(onClose)

  async function bringBack(keys?: readonly string[]): Promise<void> {
    await flushAll()
    const outcome = await call('history.restore', { id, stamp, ...(keys ? { keys } : {}) })
    if (!outcome.ok) return notifyProblem(outcome.problem)
    if (!keys) onClose()
    notify({
      text: wordsNow(keys ? 'history:broughtBack.one' : 'history:broughtBack.all'),
      action: { label: wordsNow('history:broughtBack.undo'), run: () => runCommand('undo') },
    })
  }

  if (problem) return <ProblemNote problem={problem} />
  if (!version) return null
  const different = version.places.filter(({ same }) => !same).length
  return (
    <article className="desk-page past" aria-label={t('history:version.label')}>
      <header className="version-head">
        <p className="version-when">
          <History aria-hidden size={16} />
          <span>
            {t('history:version.when', { date: formatDate(version.at, lang, 'day-and-time') })}
            {' · '}
            <AuthorName author={version.author} />
          </span>
        </p>
        <output className="version-help">
          {different === 0 ? t('history:version.same') : t('history:version.different', { count: different })}
        </output>
        <div className="version-actions">
          <Button icon={ArrowLeft} onPress={onClose}>
            {t('history:version.close')}
          </Button>
          {different > 0 ? (
            <ToggleButton className="button button-plain" isSelected={isCompared} onChange={compare}>
              {t('history:version.compare')}
            </ToggleButton>
          ) : null}
          {different > 0 && !isLocked ? (
            <Button onPress={() => void bringBack()}>{t('history:version.bringAllBack')}</Button>
          ) : null}
        </div>
        {isCompared ? <p className="version-help">{t('history:version.legend')}</p> : null}
      </header>
      {version.places.map((place) => (
        <VersionPlaceView
          key={place.key}
          kind={version.kind}
          place={place}
          isCompared={isCompared}
          onBringBack={isLocked || place.same ? undefined : () => void bringBack([place.key])}
        />
      ))}
    </article>
  )
}
