import type { Outcome, Problem } from '../core/problem.ts'

/** Makes a listener for what became of writing a journal: tells once that it cannot be written, and once that it can again. */
export function watchJournal(tell: (problem: Problem | null) => void): (written: Outcome<null>) => void {
  let failed = false
  return (written) => {
    if (written.ok === !failed) return
    failed = !written.ok
    tell(written.ok ? null : { code: 'journal-failed', reason: reasonOf(written.problem) })
  }
}

function reasonOf(problem: Problem): string {
  if ('reason' in problem) return problem.reason
  return problem.code === 'disk-full' ? 'ENOSPC' : problem.code
}
