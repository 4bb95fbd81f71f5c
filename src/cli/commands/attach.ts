import { done } from '../../core/problem.ts'
import { attachFiles } from '../../engine/attachments/attach-files.ts'
import { problemSentence } from '../../engine/problem-sentence.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'
import { idOf } from './show.ts'

/** Makes files part of a record: small, upright and without what they give away, unless the original is asked for. */
export const attach: Command = {
  name: 'attach',
  syntax: 'FILE ID PATH… [--original] [--as NAME]',
  options: { original: { type: 'boolean' } },
  arity: [3, 1000],
  async run({ args, options, environment, words, progress }) {
    const [path = '', id = '', ...paths] = args
    const goOn = (files: number, total: number): boolean => {
      progress(files, total)
      return true
    }
    const outcome = await withWorkspaceFile(environment, path, { write: true }, (workspace, file) =>
      attachFiles(environment, file, idOf(workspace, id), paths, { original: options['original'] === true, goOn }),
    )
    environment.preparer.close()
    if (!outcome.ok) return outcome
    const { attached, problems } = outcome.value
    const lines = attached.map(({ name, given }) => words(given ? 'attach.gave' : 'attach.kept', { name }))
    const text = [...lines, ...problems.map((problem) => problemSentence(problem, words))].join('\n')
    const json = {
      attached: attached.map(({ sha256, size, type, name, given }) => ({ sha256, bytes: size, type, name, given })),
      problems,
    }
    return done({ json, text, failed: attached.length === 0 })
  },
}
