import type { Problem } from '../../core/problem.ts'
import { problemText } from '../i18n/problem-text.ts'
import { type NoticeAction, notify } from './notices.ts'

/** Tells the person about a problem: what happened, what is safe, what to do. Cancelling is no problem. */
export function notifyProblem(problem: Problem, action?: NoticeAction): void {
  if (problem.code === 'cancelled') return
  notify({
    name: `problem ${problem.code}`,
    text: (t) => problemText(problem, t).what,
    detail: (t) => {
      const { safe, todo } = problemText(problem, t)
      return `${safe} ${todo}`.trim()
    },
    tone: 'look',
    ...(action ? { action } : {}),
  })
}
