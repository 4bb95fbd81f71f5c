import type { Problem } from '../core/problem.ts'

/** A problem as a sentence in the language of `words`: what happened, what is safe, what to do. */
export function problemSentence(
  problem: Problem,
  words: (key: string, values?: Readonly<Record<string, unknown>>) => string,
): string {
  const values = problem.code === 'line-refused' ? { ...problem, reason: problemSentence(problem.problem, words) } : problem
  return words(`problems:${problem.code}`, values)
}
