import { formatNumber } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Progress } from '../ui/Progress.tsx'
import { minutesLeft, useTask } from './task.ts'

/** What is over in a moment needs no announcement. */
const WORTH_SHOWING_MS = 600

/** Long work the engine is doing: how far it is and about how long it will still take, while one goes on working. */
export function TaskProgress() {
  const { t, lang } = useText()
  const task = useTask((state) => state.task)
  if (!task || task.now - task.since < WORTH_SHOWING_MS) return null
  const left = minutesLeft(task)
  const known = left === null ? t('app:task.done', { count: task.done, number: formatNumber(task.done, lang) }) : null
  return (
    <section className="task" aria-label={t(`app:task.${task.kind}`)}>
      <Progress label={t(`app:task.${task.kind}`)} {...(left === null ? {} : { share: task.done / task.total })} />
      <p className="task-left">
        {known ?? (left !== null && left > 1 ? t('app:task.left', { count: left }) : t('app:task.soon'))}
      </p>
    </section>
  )
}
