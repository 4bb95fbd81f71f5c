import './rescue.css'
import { FolderOpen, RotateCw } from 'lucide-react'
import type { Problem } from '../../../core/problem.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { usePlace } from '../../app/place.ts'
import { useSession } from '../../app/session.ts'
import { chooseAndOpen, openWorkspace } from '../../app/workspace.ts'
import { fileName, problemText } from '../../i18n/problem-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Salvage } from './Salvage.tsx'
import { VersionList } from './VersionList.tsx'

type RescueProps = { readonly path: string; readonly problem: Problem }

/** Where one comes when a file could not be opened: what is wrong, what is safe, and every way to go on. */
export function RescuePlace({ path, problem }: RescueProps) {
  const { t } = useText()
  const { what, safe, todo } = problemText(problem, t)
  return (
    <main className="rescue">
      <header className="rescue-head">
        <h1>{t('rescue:title', { file: fileName(path) })}</h1>
        <LanguageSwitch />
      </header>
      <section className="rescue-said" aria-label={what}>
        <p className="rescue-what">{what}</p>
        <p>
          {safe} {todo}
        </p>
        <p className="rescue-path" title={path}>
          {path}
        </p>
      </section>
      <div className="rescue-ways">
        <Button icon={RotateCw} onPress={() => void openWorkspace(path)}>
          {t('rescue:again')}
        </Button>
        <Button icon={FolderOpen} onPress={() => void chooseAndOpen()}>
          {t('rescue:other')}
        </Button>
        <WayBack />
      </div>
      <section aria-labelledby="rescue-versions">
        <h2 id="rescue-versions">{t('rescue:versions.title')}</h2>
        <p className="rescue-help">{t('rescue:versions.help')}</p>
        <VersionList path={path} />
      </section>
      {isReadable(problem) ? <Salvage path={path} /> : null}
    </main>
  )
}

/** The workspace that stayed open, or the page where one begins. */
function WayBack() {
  const { t } = useText()
  const open = useSession((state) => state.workspace)
  return open ? (
    <Button look="quiet" onPress={() => usePlace.getState().reset({ kind: 'library' })}>
      {t('rescue:back', { name: open.name })}
    </Button>
  ) : (
    <Button look="quiet" onPress={() => usePlace.getState().reset({ kind: 'welcome' })}>
      {t('rescue:start')}
    </Button>
  )
}

/** Whether there are bytes in which something may be left. */
function isReadable({ code }: Problem): boolean {
  return code === 'workspace-damaged' || code === 'workspace-unchecked' || code === 'not-a-workspace'
}
