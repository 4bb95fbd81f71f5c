import { done } from '../../core/problem.ts'
import { applyOperations } from '../../engine/apply.ts'
import { linesOf } from '../../engine/import/lines.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'

/** Applies a file of operations: all lines or none. `-` reads them from standard input. */
export const apply: Command = {
  name: 'apply',
  syntax: 'FILE OPS.jsonl [--as NAME]',
  options: {},
  arity: [2, 2],
  async run(invocation) {
    const [path = '', source = ''] = invocation.args
    const bytes = source === '-' ? await invocation.readStdin() : undefined
    const opened = bytes ? undefined : invocation.environment.openForReading(source)
    if (opened && !opened.ok) return opened
    try {
      const chunks = opened ? opened.value.chunks() : [bytes ?? new Uint8Array()]
      const applied = await withWorkspaceFile(invocation.environment, path, { write: true }, (workspace) =>
        applyOperations(workspace, linesOf(chunks)),
      )
      if (!applied.ok) return applied
      return done({ json: applied.value, text: invocation.words('apply.done', { count: applied.value.applied }) })
    } finally {
      opened?.value.close()
    }
  },
}
