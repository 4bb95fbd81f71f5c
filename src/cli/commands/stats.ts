import { done } from '../../core/problem.ts'
import { agreementIn } from '../../engine/answers/agreement.ts'
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
      const json = countsOf(invocation, workspace)
      const { words } = invocation
      const counts = Object.entries(json).flatMap(([name, value]) => {
        const label = words(`stats.${name}`)
        if (typeof value === 'number') return [`${label}: ${value}`]
        const parts = Object.entries(value).map(([key, count]) => `${key} ${count}`)
        return parts.length === 0 ? [] : [`${label}: ${parts.join(', ')}`]
      })
      const agreement = agreementIn(workspace)
      const lines = agreement.map(({ one, other, records, agreed, kappa }) =>
        words('stats.agreementLine', {
          one,
          other,
          count: records,
          percent: Math.round(agreed * 100),
          kappa: kappa ?? '–',
        }),
      )
      const told = lines.length === 0 ? [] : [words('stats.agreement'), ...lines]
      return done({ json: { ...json, agreement }, text: [...counts, ...told].join('\n') })
    })
  },
}

/** The counts with the size of the file, which the first argument names, and how far people agree in tagging. */
export function statsAnswer(invocation: Pick<Invocation, 'args' | 'environment'>, workspace: Workspace) {
  return { ...countsOf(invocation, workspace), agreement: agreementIn(workspace) }
}

function countsOf({ args, environment }: Pick<Invocation, 'args' | 'environment'>, workspace: Workspace) {
  return { ...statsOf(workspace.store), bytes: environment.sizeOf(args[0] ?? ''), ...sizesOf(workspace.store) }
}
