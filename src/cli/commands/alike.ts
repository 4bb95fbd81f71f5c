import { titleOf } from '../../core/model/card.ts'
import type { AlikePair } from '../../core/join/alike.ts'
import { done } from '../../core/problem.ts'
import { createAlike } from '../../engine/settling/alike.ts'
import { listThemes } from '../../engine/themes.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import type { Command } from '../command.ts'

/** Lists records and themes that may be the same, with what speaks for it. `apply` joins them or keeps them apart. */
export const alike: Command = {
  name: 'alike',
  syntax: 'FILE',
  options: {},
  arity: [1, 1],
  async run({ args, environment, words, ui }) {
    return withWorkspaceFile(environment, args[0] ?? '', { write: false }, (workspace) => {
      const named = namesIn(workspace)
      const pairs = createAlike(workspace).pairs()
      const lines = pairs.map(({ what, kept, other, because }) =>
        [words(`alike.${because}`), ...[kept, other].map((id) => `${id} ${named(what, id)}`)].join('  '),
      )
      const total = words('alike.total', { count: pairs.length })
      return done({ json: { pairs }, text: [...lines, total].join('\n') })
    })

    function namesIn({ store }: Workspace): (what: AlikePair['what'], id: string) => string {
      const themes = new Map(listThemes(store).map(({ id, labels }) => [id, labels[ui] ?? Object.values(labels)[0]]))
      return (what, id) => {
        if (what === 'theme') return themes.get(id) ?? ''
        const card = store.card(id)
        return card ? titleOf(card, ui) : ''
      }
    }
  },
}
