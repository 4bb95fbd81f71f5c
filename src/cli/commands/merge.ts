import { done } from '../../core/problem.ts'
import { mergeFiles, withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'

/** Brings what other copies of the workspace have into this one. The others are not changed. */
export const merge: Command = {
  name: 'merge',
  syntax: 'FILE OTHER… [--dry-run] [--as NAME]',
  options: { 'dry-run': { type: 'boolean' } },
  arity: [2, 1000],
  async run(invocation) {
    const [path = '', ...others] = invocation.args
    const dryRun = invocation.options['dry-run'] === true
    const merged = await withWorkspaceFile(invocation.environment, path, { write: !dryRun }, (workspace, file) =>
      mergeFiles(invocation.environment, workspace, others, { dryRun, file }),
    )
    if (!merged.ok) return merged
    const { changes, records, contested, swallowed, unchanged } = merged.value
    const { words } = invocation
    const text = unchanged
      ? words('merge.unchanged')
      : [
          words(dryRun ? 'merge.wouldChange' : 'merge.changes', { count: changes }),
          words('merge.records', records),
          words('merge.contested', { count: contested.length }),
          ...(swallowed.length === 0 ? [] : [words('merge.swallowed', { count: swallowed.length })]),
          ...swallowed.map(({ text: lost }) => `  ${lost}`),
        ].join('\n')
    return done({ json: merged.value, text })
  },
}
