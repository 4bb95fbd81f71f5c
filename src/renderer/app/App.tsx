import './app.css'
import './who.css'
import { Suspense, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { LibraryPlace } from '../features/library/LibraryPlace.tsx'
import { RescuePlace } from '../features/rescue/RescuePlace.tsx'
import { WelcomePlace } from '../features/welcome/WelcomePlace.tsx'
import { fileName } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'
import { Notices } from '../ui/Notices.tsx'
import { Progress, Spinner } from '../ui/Progress.tsx'
import { useDrop } from './drop.ts'
import { MergeTabs } from './MergeTabs.tsx'
import { Panels } from './Panels.tsx'
import { usePlace } from './place.ts'
import { BriefPlace, RecordPlace, ReviewPlace } from './places.tsx'
import { useSession } from './session.ts'
import { SyncBanner } from './SyncBanner.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './use-keys.ts'

/** The window: the bar at the top, the place one is in, and what lies over it. */
export function App() {
  const { t, lang } = useText()
  const open = useSession((state) => state.workspace !== null)
  const opening = useSession((state) => state.opening)
  const over = useDrop()
  useKeys()
  return (
    <I18nProvider locale={lang === 'en' ? 'en-GB' : lang}>
      <div className="app">
        {open && opening === null ? <TopBar /> : null}
        {open && opening === null ? <SyncBanner /> : null}
        {opening === null ? (
          <Suspense fallback={<Spinner label={t('app:opening')} />}>
            <OpenPlace />
          </Suspense>
        ) : (
          <Opening path={opening} />
        )}
      </div>
      <Panels />
      <TaskProgress />
      <Notices />
      {over ? <p className="drop-here">{t('app:drop.here')}</p> : null}
    </I18nProvider>
  )
}

/** What is seen while a workspace is being opened. */
function Opening({ path }: { readonly path: string }) {
  const { t } = useText()
  return (
    <main className="opening">
      <h1>{t('app:openingFile', { file: fileName(path) })}</h1>
      <Progress label={t('app:openingHelp')} />
    </main>
  )
}

function OpenPlace() {
  const place = usePlace((state) => state.place)
  const open = useSession((state) => state.workspace !== null)
  useTitle()
  useArrival()
  if (place.kind === 'rescue') return <RescuePlace key={place.path} path={place.path} problem={place.problem} />
  if (!open || place.kind === 'welcome') return <WelcomePlace />
  if (place.kind === 'record') return <RecordPlace key={place.id} id={place.id} />
  if (place.kind === 'brief') return <BriefPlace key={place.id} id={place.id} />
  if (place.kind === 'merge') return <MergeTabs />
  if (place.kind === 'review') return <ReviewPlace />
  return <LibraryPlace />
}

/** Keys work in the place one has come to: where nothing in it takes the focus by itself, the place does. */
function useArrival(): void {
  const place = usePlace((state) => state.place)
  useEffect(() => {
    const timer = setTimeout(() => {
      const main = document.querySelector('main')
      const { activeElement } = document
      const elsewhere = activeElement === document.body || activeElement?.closest('.top-bar, .palette') !== null
      if (!main || place.kind === 'library' || !elsewhere) return
      main.tabIndex = -1
      main.focus()
    })
    return () => clearTimeout(timer)
  }, [place])
}

/** Those who hear the screen are told where they have come by the page's title. */
function useTitle(): void {
  const { t } = useText()
  const kind = usePlace((state) => state.place.kind)
  useEffect(() => {
    document.title = `${t(`app:places.${kind}`)} — Temoin`
  }, [kind, t])
}
