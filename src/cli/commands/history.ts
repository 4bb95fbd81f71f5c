import { done, refused } from '../../core/problem.ts'
import { historyOf } from '../../engine/answers/history.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'
import { idOf } from './show.ts'

/** Shows what was done to one record, oldest first. */
export const history: Command = {
  name: 'history',
  syntax: 'FILE ID',
  options: {},
  arity: [2, 2],
  async run(invocation) {
    const [path = '', id = ''] = invocation.args
    return withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) => {
      const changes = workspace.store.changesOf(idOf(workspace, id))
      if (changes.length === 0) return refused({ code: 'unknown-record', id })
      const lines = historyOf(changes).map((line) => ({ ...line, at: new Date(line.at).toISOString() }))
      const text = lines.map(
        (line) =>
          `${line.at}  ${line.author}  ${line.field}${line.locale && `:${line.locale}`}  ${line.op}  ${line.summary}`,
      )
      return done({ json: { changes: lines }, text: text.join('\n') })
    })
  },
}
