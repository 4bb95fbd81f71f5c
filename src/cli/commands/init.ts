import { isLang } from '../../core/model/lang.ts'
import { done, refused } from '../../core/problem.ts'
import { workspaceName } from '../../engine/workspace-facts.ts'
import { createWorkspaceFile } from '../../engine/workspace-file.ts'
import { type Command, optionText } from '../command.ts'

/** Makes a new workspace file. */
export const init: Command = {
  name: 'init',
  syntax: 'FILE --name N [--lang en|fr|es] [--force]',
  options: { name: { type: 'string' }, lang: { type: 'string' } },
  arity: [1, 1],
  async run(invocation) {
    const [path = ''] = invocation.args
    const lang = optionText(invocation, 'lang') ?? invocation.ui
    if (!isLang(lang)) return refused({ code: 'unknown-lang', lang })
    const name = optionText(invocation, 'name') ?? path.replace(/^.*[\\/]/, '').replace(/\.temoin$/i, '')
    const force = invocation.options['force'] === true
    const made = await createWorkspaceFile(invocation.environment, { path, name, lang, force })
    if (!made.ok) return made
    const { workspace } = made.value
    const json = { workspace: workspace.store.header.id, name: workspaceName(workspace), lang }
    workspace.store.close()
    return done({ json, text: invocation.words('init.done', { name: json.name, path }) })
  },
}
