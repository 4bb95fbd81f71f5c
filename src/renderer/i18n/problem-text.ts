import type { Problem } from '../../core/problem.ts'
import type { Text } from './use-text.ts'

/** A problem in a person's words: what happened, what is safe, what to do. */
export type ProblemText = { readonly what: string; readonly safe: string; readonly todo: string }

/** Turns a problem into sentences of the person's language; every code has its own in `locales/*\/problems.json`. */
export function problemText(problem: Problem, t: Text): ProblemText {
  const data = words(problem, t)
  return {
    what: t(`problems:${problem.code}.what`, data),
    safe: t(`problems:${problem.code}.safe`, data),
    todo: t(`problems:${problem.code}.todo`, data),
  }
}

/** The values a sentence needs: paths by their file name, nested problems and kinds of damage as words. */
function words(problem: Problem, t: Text): Record<string, unknown> {
  const data: Record<string, unknown> = { ...problem }
  if ('path' in problem) data['file'] = fileName(problem.path)
  if ('field' in problem) data['field'] = t(`kinds:fields.${problem.field}.label`, { defaultValue: problem.field })
  if (problem.code === 'workspace-damaged') data['what'] = t(`problems:damage.${problem.what}`)
  if (problem.code === 'xliff-unreadable') data['why'] = t(`problems:xliff.${problem.fault}`)
  if (problem.code === 'file-unsuitable') data['why'] = t(`problems:unsuitable.${problem.why}`)
  if (problem.code === 'line-refused') data['problem'] = problemText(problem.problem, t).what
  return data
}

/** The last part of a path, of whatever system. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
