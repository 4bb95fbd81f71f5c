import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { Problem } from '../../core/problem.ts'
import { formatDate } from '../i18n/format.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notifyProblem } from '../ui/notify-problem.ts'
import { runCommand } from './commands.ts'
import { useSession } from './session.ts'
import { lookAtArrival, useArrivalWords } from './sync.ts'

/** Whether what was typed is safe, and what arrived last from somebody else. */
export function FileState() {
  const arrival = useArrivalWords()
  // What is not saved comes first, and needs the room.
  const isBlocked = useSession((state) => state.save?.kind === 'blocked')
  return (
    <div className="file-state">
      <SaveStateText />
      {arrival === null || isBlocked ? null : (
        <button type="button" className="link arrival" onClick={lookAtArrival}>
          {arrival}
        </button>
      )}
    </div>
  )
}

/** Whether what was typed is safe, in words that are always there; where it is not, why, and a button that helps. */
function SaveStateText() {
  const { t, lang } = useText()
  const save = useSession((state) => state.save)
  const readOnly = useSession((state) => state.workspace?.readOnly ?? false)
  if (readOnly) return <p className="save-state save-look">{t('app:save.readOnly')}</p>
  if (save?.kind === 'blocked') return <Blocked problem={save.problem} words={t('app:save.blocked')} />
  const saved = save?.kind === 'saved'
  if (saved && save.problem) return <Blocked problem={save.problem} words={t('app:save.damaged')} />
  if (saved && save.unkept) return <Unkept problem={save.unkept} />
  const waits = save?.kind === 'waiting' && save.forPause === true
  const later = waits ? t('app:save.atPause') : t('app:save.saving')
  const words = saved ? t('app:save.saved', { time: formatDate(save.at, lang, 'time') }) : later
  const Icon = saved ? CircleCheck : CircleDashed
  return (
    <output className={saved ? 'save-state save-safe' : 'save-state'} aria-live="off">
      <Icon aria-hidden size={14} />
      <span>{words}</span>
    </output>
  )
}

/** The file is safe, and only the way back to the one before it is missing: said where one looks, and to nobody's alarm. */
function Unkept({ problem }: { readonly problem: Problem }) {
  const { t } = useText()
  return (
    <output className="save-state">
      <CircleAlert aria-hidden size={14} />
      <span>{t('app:save.unkept')}</span>
      <Button look="quiet" onPress={() => notifyProblem(problem)}>
        {t('app:save.why')}
      </Button>
    </output>
  )
}

function Blocked({ problem, words }: { readonly problem: Problem; readonly words: string }) {
  const { t } = useText()
  const { what } = problemText(problem, t)
  return (
    <div className="save-state save-look" role="alert">
      <CircleAlert aria-hidden size={14} />
      <span title={what}>{words}</span>
      <Button
        look="quiet"
        onPress={() => notifyProblem(problem, { label: t('app:save.copy'), run: () => runCommand('save-copy') })}
      >
        {t('app:save.why')}
      </Button>
    </div>
  )
}
