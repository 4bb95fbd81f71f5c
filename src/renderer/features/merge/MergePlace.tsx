import './merge.css'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../app/client.ts'
import { flushAll } from '../../app/flush.ts'
import { useMergeCopies } from '../../app/merge-copies.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { CopyFiles } from './CopyFiles.tsx'
import { ReportView } from './ReportView.tsx'

/** Where copies of a workspace come together: choose, look at what would come in, merge, read what came. */
export function MergePlace() {
  const { t } = useText()
  const { paths, report, problem, merged } = useMergeCopies()
  const [busy, setBusy] = useState(false)

  async function run(copies: readonly string[], dryRun: boolean): Promise<void> {
    setBusy(true)
    await flushAll()
    const outcome = await call('workspace.merge', { paths: copies, dryRun })
    setBusy(false)
    const found = outcome.ok ? { report: outcome.value, problem: null } : { report: null, problem: outcome.problem }
    useMergeCopies.setState({ paths: copies, merged: outcome.ok && !dryRun, ...found })
  }

  async function choose(): Promise<void> {
    const chosen = await call('shell.chooseOpen', { what: 'merge' })
    if (chosen.ok && chosen.value.length > 0) await run(chosen.value, true)
  }

  const chooseButton = (
    <Button
      icon={GitMerge}
      look={paths.length === 0 ? 'primary' : 'plain'}
      isDisabled={busy}
      onPress={() => void choose()}
    >
      {t(paths.length === 0 ? 'merge:choose' : 'merge:chooseOthers')}
    </Button>
  )

  if (paths.length === 0 && !busy) {
    return (
      <div className="merge">
        <EmptyState title={t('merge:empty.title')} action={chooseButton}>
          {t('merge:empty.words')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="merge">
      <div className="merge-sheet">
        <h2>{t(merged ? 'merge:done.title' : 'merge:preview.title')}</h2>
        <CopyFiles paths={paths} />
        {busy ? <Progress label={t('merge:busy')} /> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        {report && !busy ? <ReportView report={report} merged={merged} /> : null}
        <div className="merge-actions">
          {report && !merged && !report.unchanged ? (
            <Button look="primary" isDisabled={busy} onPress={() => void run(paths, false)}>
              {t('merge:merge')}
            </Button>
          ) : null}
          {chooseButton}
        </div>
      </div>
    </div>
  )
}
