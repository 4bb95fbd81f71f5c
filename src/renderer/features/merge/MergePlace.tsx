import './merge.css'
import { GitMerge } from 'lucide-react'
import { call } from '../../app/client.ts'
import { mergeCopies, offerCopies, useMergeCopies } from '../../app/merge-copies.ts'
import { showMergeTab } from '../../app/merge-tab.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ArrivalsView } from './ArrivalsView.tsx'
import { CopyFiles } from './CopyFiles.tsx'
import { MergeOverview } from './MergeOverview.tsx'

/** Where copies of a workspace come together: choose, look at what would come in, merge, read what came. */
export function MergePlace() {
  const { t } = useText()
  const { paths, busy } = useMergeCopies()
  if (paths.length > 0 || busy) return <Table />
  return (
    <div className="merge">
      <EmptyState title={t('merge:empty.title')} action={<ChooseButton />}>
        {t('merge:empty.words')}
      </EmptyState>
    </div>
  )
}

/** The copies on the table, and what they bring. */
function Table() {
  const { t } = useText()
  const { paths, preview, problem, merged, busy } = useMergeCopies()
  const news = preview !== null && !preview.report.unchanged && !busy ? preview : null
  return (
    <div className="merge">
      <div className={news && !merged ? 'merge-sheet merge-wide' : 'merge-sheet'}>
        <h2>{t(merged ? 'merge:done.title' : 'merge:preview.title')}</h2>
        <CopyFiles paths={paths} />
        {busy ? <Busy /> : null}
        {problem && !busy ? <ProblemNote problem={problem} /> : null}
        {preview?.report.unchanged && !busy ? <p>{t('merge:unchanged')}</p> : null}
        {news ? (
          <MergeOverview
            report={news.report}
            swallowed={news.report.swallowed.length}
            by={news.by}
            tense={merged ? 'did' : 'would'}
          />
        ) : null}
        {news ? <p className="merge-help">{t(merged ? 'merge:safeAfter' : 'merge:safeBefore')}</p> : null}
        {busy ? null : (
          <div className="merge-actions">
            {news && !merged ? (
              <Button look="primary" onPress={() => void mergeCopies()}>
                {t('merge:merge')}
              </Button>
            ) : null}
            {news && merged ? <NextSteps /> : null}
            <ChooseButton />
          </div>
        )}
        {news && !merged ? <ArrivalsView arrivals={news.arrivals} merge={null} /> : null}
      </div>
    </div>
  )
}

/** After a merge one looks at what it brought, or settles what it left open. */
function NextSteps() {
  const { t } = useText()
  return <Button onPress={() => showMergeTab('merges')}>{t('merge:showMerges')}</Button>
}

function ChooseButton() {
  const { t } = useText()
  const isFirst = useMergeCopies(({ paths }) => paths.length === 0)

  async function choose(): Promise<void> {
    const chosen = await call('shell.chooseOpen', { what: 'merge' })
    const [path] = chosen.ok ? chosen.value : []
    if (!chosen.ok || path === undefined || (await offerCopies(chosen.value))) return
    const problem = { code: 'workspace-foreign', path } as const
    useMergeCopies.setState({ paths: chosen.value, preview: null, problem, merged: false })
  }

  return (
    <Button icon={GitMerge} look={isFirst ? 'primary' : 'plain'} onPress={() => void choose()}>
      {t(isFirst ? 'merge:choose' : 'merge:chooseOthers')}
    </Button>
  )
}

function Busy() {
  const { t } = useText()
  return (
    <>
      <Progress label={t('merge:busy')} />
      <div className="merge-actions">
        <Button look="quiet" onPress={() => void call('task.cancel', { task: 'merge' })}>
          {t('app:cancel')}
        </Button>
      </div>
    </>
  )
}
