import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { SaveState } from '../../ipc/shapes.ts'
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
  if (save?.kind === 'blocked') return <Blocked save={save} />
  const saved = save?.kind === 'saved'
  const words = saved ? t('app:save.saved', { time: formatDate(save.at, lang, 'time') }) : t('app:save.saving')
  const Icon = saved ? CircleCheck : CircleDashed
  return (
    <output className={saved ? 'save-state save-safe' : 'save-state'} aria-live="off">
      <Icon aria-hidden size={14} />
      <span>{words}</span>
    </output>
  )
}

function Blocked({ save }: { readonly save: Extract<SaveState, { kind: 'blocked' }> }) {
  const { t } = useText()
  const { what } = problemText(save.problem, t)
  return (
    <div className="save-state save-look" role="alert">
      <CircleAlert aria-hidden size={14} />
      <span title={what}>{t('app:save.blocked')}</span>
      <Button
        look="quiet"
        onPress={() => notifyProblem(save.problem, { label: t('app:save.copy'), run: () => runCommand('save-copy') })}
      >
        {t('app:save.why')}
      </Button>
    </div>
  )
}
