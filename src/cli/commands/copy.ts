import { done, refused } from '../../core/problem.ts'
import { fileExists } from '../../engine/file/read-workspace-file.ts'
import { withWorkspaceFile, writeCopy } from '../../engine/workspace-file.ts'
import type { Command } from '../command.ts'

/** Writes a copy of a workspace; a light one does without the bytes of attachments and still merges both ways. */
export const copy: Command = {
  name: 'copy',
  syntax: 'FILE OUT [--light] [--force]',
  options: { light: { type: 'boolean' } },
  arity: [2, 2],
  async run({ args, options, environment, words }) {
    const [path = '', out = ''] = args
    const light = options['light'] === true
    if (options['force'] !== true && (await fileExists(environment.host, out)))
      return refused({ code: 'file-exists', path: out })
    const written = await withWorkspaceFile(environment, path, { write: false }, (_, file) =>
      writeCopy(environment, file, out, { light }),
    )
    if (!written.ok) return written
    const json = { file: out, bytes: written.value, light }
    return done({ json, text: words('copy.done', { file: out, bytes: written.value }) })
  },
}
