import { basename } from 'node:path'
import type { Problem } from '../core/problem.ts'

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** A problem in the language of `words`: what happened, what is safe, what to do. */
export function problemSentence(problem: Problem, words: Words): string {
  const values = valuesOf(problem, words)
  return ['what', 'safe', 'todo']
    .map((part) => words(`problems:${problem.code}.${part}`, values))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What the sentences name: paths by their file name, kinds of damage and nested problems in words. */
function valuesOf(problem: Problem, words: Words): Readonly<Record<string, unknown>> {
  const file = 'path' in problem ? { file: basename(problem.path) } : {}
  if (problem.code === 'workspace-damaged')
    return { ...problem, ...file, what: words(`problems:damage.${problem.what}`) }
  if (problem.code === 'xliff-unreadable') return { ...problem, ...file, why: words(`problems:xliff.${problem.fault}`) }
  if (problem.code === 'file-unsuitable')
    return { ...problem, ...file, why: words(`problems:unsuitable.${problem.why}`) }
  if (problem.code !== 'line-refused') return { ...problem, ...file }
  const inner = problem.problem
  return { ...problem, problem: words(`problems:${inner.code}.what`, valuesOf(inner, words)) }
}
