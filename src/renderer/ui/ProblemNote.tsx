import './notices.css'
import type { ReactNode } from 'react'
import type { Problem } from '../../core/problem.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useText } from '../i18n/use-text.ts'

/** A problem where it happened: inside the dialog or place that ran into it. */
export function ProblemNote({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const { t } = useText()
  const { what, safe, todo } = problemText(problem, t)
  return (
    <div className="problem-note" role="alert">
      <p className="problem-what">{what}</p>
      <p>
        {safe} {todo}
      </p>
      {children}
    </div>
  )
}
