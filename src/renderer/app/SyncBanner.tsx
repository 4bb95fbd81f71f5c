import './sync-banner.css'
import { CloudAlert, Files } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import type { Problem } from '../../core/problem.ts'
import type { CopyBeside } from '../../ipc/shapes.ts'
import { formatNames } from '../i18n/format.ts'
import { fileName, problemText } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { runCommand } from './commands.ts'
import { offerCopies, useMergeCopies } from './merge-copies.ts'
import { usePlace } from './place.ts'
import { lookLater, openCopies, putAway, useSync, writeAgain } from './sync.ts'

/** What lies in the folder of the open file that somebody should know of: quietly, and with something to do about it. */
export function SyncBanner() {
  const sync = useSync()
  const onTable = useMergeCopies((state) => state.paths)
  const place = usePlace((state) => state.place.kind)
  const disk = sync.state?.disk ?? null
  const copies = openCopies(sync).filter(({ path }) => place !== 'merge' || !onTable.includes(path))
  const news = copies.filter(({ brings }) => brings > 0)
  return (
    <>
      {disk ? <DiskBanner problem={disk} /> : null}
      {news.length > 0 ? <CopiesBanner copies={news} /> : null}
      {news.length === 0 && copies.length > 0 ? <EmptyCopiesBanner copies={copies} /> : null}
    </>
  )
}

function DiskBanner({ problem }: { readonly problem: Problem }) {
  const { t } = useText()
  const file = 'path' in problem ? fileName(problem.path) : ''
  const saveCopy = <Button onPress={() => runCommand('save-copy')}>{t('app:save.copy')}</Button>
  if (problem.code === 'file-missing') {
    return (
      <Banner icon={CloudAlert} tone="look" words={t('app:sync.gone.what', { file })} detail={t('app:sync.gone.safe')}>
        <Button onPress={() => void writeAgain()}>{t('app:sync.gone.write')}</Button>
        {saveCopy}
      </Banner>
    )
  }
  if (problem.code === 'workspace-foreign') {
    return (
      <Banner
        icon={CloudAlert}
        tone="look"
        words={t('app:sync.other.what', { file })}
        detail={t('app:sync.other.safe')}
      >
        {saveCopy}
      </Banner>
    )
  }
  return <Banner icon={CloudAlert} words={problemText(problem, t).what} detail={t('app:sync.waiting')} />
}

function CopiesBanner({ copies }: { readonly copies: readonly CopyBeside[] }) {
  const { t, lang } = useText()
  const authors = [...new Set(copies.flatMap((copy) => copy.authors))]
  const from = useOrigin(copies)
  const who = authors.length > 0 ? t('app:sync.copies.by', { who: formatNames(authors, lang) }) : ''
  return (
    <Banner
      icon={Files}
      words={t('app:sync.copies.found', { count: copies.length })}
      detail={[who, from].filter((words) => words !== '').join(' ')}
      names={copies}
    >
      <Button look="primary" onPress={() => void offerCopies(copies.map(({ path }) => path))}>
        {t('app:sync.look')}
      </Button>
      <Button look="quiet" onPress={() => lookLater(copies)}>
        {t('app:sync.later')}
      </Button>
    </Banner>
  )
}

function EmptyCopiesBanner({ copies }: { readonly copies: readonly CopyBeside[] }) {
  const { t } = useText()
  return (
    <Banner
      icon={Files}
      words={t('app:sync.copies.empty', { count: copies.length })}
      detail={t('app:sync.copies.emptyHelp')}
      names={copies}
    >
      <Button onPress={() => void putAway(copies)}>{t('app:sync.putAway.do')}</Button>
      <Button look="quiet" onPress={() => lookLater(copies)}>
        {t('app:sync.later')}
      </Button>
    </Banner>
  )
}

/** Who put the copies there, where their names all say the same. */
function useOrigin(copies: readonly CopyBeside[]): string {
  const { t } = useText()
  const [by, ...others] = new Set(copies.map((copy) => copy.by))
  return by && others.length === 0 ? t(`app:sync.from.${by}`) : ''
}

type BannerProps = {
  readonly icon: LucideIcon
  readonly tone?: 'look'
  readonly words: string
  readonly detail: string
  /** The files it is about. */
  readonly names?: readonly CopyBeside[]
  readonly children?: ReactNode
}

function Banner({ icon: Icon, tone, words, detail, names = [], children }: BannerProps) {
  return (
    <section
      className={tone ? `sync-banner sync-${tone}` : 'sync-banner'}
      aria-label={words}
      aria-live="polite"
      title={names.map(({ name }) => name).join('\n')}
    >
      <Icon aria-hidden size={16} />
      <p>
        <strong>{words}</strong> <span className="sync-detail">{detail}</span>
      </p>
      <div className="sync-actions">{children}</div>
    </section>
  )
}
