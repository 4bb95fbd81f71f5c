import { done } from '../../core/problem.ts'
import { statsOf } from '../../engine/answers/stats.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'

/** Counts what a workspace holds. */
export const stats: Command = {
  name: 'stats',
  syntax: 'FILE',
  options: {},
  arity: [1, 1],
  async run(invocation) {
    const [path = ''] = invocation.args
    const size = invocation.environment.sizeOf(path)
    return withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) => {
      const json = { ...statsOf(workspace.store), bytes: size, attachmentBytes: 0 }
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
