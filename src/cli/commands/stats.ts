import { done } from '../../core/problem.ts'
import { sizesOf } from '../../engine/answers/sizes.ts'
import { statsOf } from '../../engine/answers/stats.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import type { Command, Invocation } from '../command.ts'

/** Counts what a workspace holds. */
export const stats: Command = {
  name: 'stats',
  syntax: 'FILE',
  options: {},
  arity: [1, 1],
  async run(invocation) {
    const [path = ''] = invocation.args
    return withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) => {
      const json = statsAnswer(invocation, workspace)
      const { words } = invocation
      const counts = Object.entries(json).flatMap(([name, value]) => {
        const label = words(`stats.${name}`)
        if (typeof value === 'number') return [`${label}: ${value}`]
        const parts = Object.entries(value).map(([key, count]) => `${key} ${count}`)
        return parts.length === 0 ? [] : [`${label}: ${parts.join(', ')}`]
      })
      return done({ json, text: counts.join('\n') })
    })
  },
}

/** The counts with the size of the file, which the first argument names. */
export function statsAnswer({ args, environment }: Pick<Invocation, 'args' | 'environment'>, workspace: Workspace) {
  return { ...statsOf(workspace.store), bytes: environment.sizeOf(args[0] ?? ''), ...sizesOf(workspace.store) }
}
