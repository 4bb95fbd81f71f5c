import './welcome.css'
import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RecentWorkspace } from '../../../ipc/shapes.ts'
import { call } from '../../app/client.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { useSession } from '../../app/session.ts'
import { WhoForm } from '../../app/WhoForm.tsx'
import { chooseAndOpen, openWorkspace } from '../../app/workspace.ts'
import { formatDate } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx'

/** Where one comes in without a workspace: begin one, open one, or look at the sample. */
export function WelcomePlace() {
  const { t } = useText()
  const sample = useSession((state) => state.info?.sample ?? null)
  const isAsked = useSession(({ preferences }) => preferences.nameAsked || preferences.author !== '')
  return (
    <main className="welcome">
      <header className="welcome-head">
        <div>
          <h1>Temoin</h1>
          <p className="welcome-about">{t('app:welcome.about')}</p>
        </div>
        <LanguageSwitch />
      </header>
      {isAsked ? null : (
        <section className="welcome-who" aria-labelledby="welcome-who">
          <h2 id="welcome-who">{t('app:yourName.who')}</h2>
          <WhoForm onDone={() => {}} />
        </section>
      )}
      <div className="welcome-columns">
        <section aria-labelledby="welcome-new">
          <h2 id="welcome-new">{t('app:newWorkspace.title')}</h2>
          <p className="welcome-help">{t('app:newWorkspace.help')}</p>
          <NewWorkspaceForm onDone={() => {}} />
        </section>
        <section aria-labelledby="welcome-open">
          <h2 id="welcome-open">{t('app:welcome.goOn')}</h2>
          <div className="welcome-open">
            <Button icon={FolderOpen} onPress={() => void chooseAndOpen()}>
              {t('app:welcome.open')}
            </Button>
            {sample ? <Button onPress={() => void openWorkspace(sample)}>{t('app:welcome.sample')}</Button> : null}
          </div>
          <Recent />
        </section>
      </div>
      <p className="welcome-foot">{t('app:welcome.offline')}</p>
    </main>
  )
}

function Recent() {
  const { t, lang } = useText()
  const [recent, setRecent] = useState<readonly RecentWorkspace[]>([])
  useEffect(() => {
    void call('shell.recent', {}).then((outcome) => {
      if (outcome.ok) setRecent(outcome.value)
    })
  }, [])
  if (recent.length === 0) return <p className="welcome-help">{t('app:welcome.noRecent')}</p>
  return (
    <ul className="recent" aria-label={t('app:welcome.recent')}>
      {recent.map(({ path, name, openedAt }) => (
        <li key={path}>
          <button type="button" className="recent-entry" onClick={() => void openWorkspace(path)}>
            <span className="recent-name">{name}</span>
            <span className="recent-date">{formatDate(openedAt, lang)}</span>
            <span className="recent-path" title={path}>
              {path}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
