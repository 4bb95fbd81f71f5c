import { done } from '../../core/problem.ts'
import { dumpStore } from '../../engine/answers/dump.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'

/** Writes the whole logical content as canonical JSON. */
export const dump: Command = {
  name: 'dump',
  syntax: 'FILE',
  options: {},
  arity: [1, 1],
  async run(invocation) {
    return withWorkspaceFile(invocation.environment, invocation.args[0] ?? '', { write: false }, (workspace) => {
      const raw = dumpStore(workspace.store, invocation.environment.ports.sha256)
      return done({ json: null, raw, text: raw })
    })
  },
}
