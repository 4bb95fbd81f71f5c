import { apartKey, saidApart } from '../../core/history/apart.ts'
import { fieldKey } from '../../core/history/change.ts'
import type { Subject } from '../../core/history/settle.ts'
import { type AlikePair, keptOf, likenessOf, recordKeys } from '../../core/join/alike.ts'
import type { Card } from '../../core/model/card.ts'
import { isRecordKind } from '../../core/model/kinds.ts'
import { LANGS } from '../../core/model/lang.ts'
import { foldName } from '../../core/taxonomy/fold.ts'
import { matchTheme } from '../../core/taxonomy/themes.ts'
import { WORKSPACE_SUBJECT, type Workspace } from '../workspace.ts'
import { createKeyed } from './keyed.ts'

/** Which records and themes of a workspace look alike, known without reading all of them again after each change. */
export type Alike = {
  /** Pairs that may be one and that nobody has said are not, in an order that stays. */
  readonly pairs: () => readonly AlikePair[]
  /** Takes note of subjects that changed. */
  readonly refresh: (ids: readonly string[]) => void
}

/** Looks through the workspace once, when it is first asked. */
export function createAlike(workspace: Workspace): Alike {
  const { store } = workspace
  const records = createKeyed()
  /** Records by the themes they carry: a theme that was joined away may be carried still. */
  const carriers = createKeyed()
  const themes = new Map<string, Subject>()
  let isKnown = false

  function noteCard(card: Card): void {
    const isHere = isRecordKind(card.kind) && !card.deleted
    records.put(card.id, isHere ? recordKeys(card) : [])
    carriers.put(card.id, isHere ? card.themes : [])
  }

  function noteTheme(id: string): void {
    const theme = workspace.subject(id)
    if (theme?.kind === 'theme') themes.set(id, theme)
  }

  function lookThrough(): void {
    isKnown = true
    for (const card of store.cards()) noteCard(card)
    for (const { subject, kind } of store.subjects()) if (kind === 'theme') noteTheme(subject)
  }

  function recordPairs(): readonly AlikePair[] {
    return records.pairs().flatMap(([one, other]): readonly AlikePair[] => {
      const [kept, gone] = keptOf(one, other)
      const [card, another] = [store.card(kept), store.card(gone)]
      const because = card && another && likenessOf(card, another)
      return because ? [{ what: 'record', kept, other: gone, because }] : []
    })
  }

  return {
    pairs() {
      if (!isKnown) lookThrough()
      const apart = saidApart(workspace.subject(WORKSPACE_SUBJECT))
      const themePairs = [...joinedAndCarried(themes, carriers.has), ...sameLabel(themes)]
      return [...themePairs, ...recordPairs()].filter(
        ({ what, kept, other }) => !apart.has(apartKey(what, kept, other)),
      )
    },
    refresh(ids) {
      for (const id of isKnown ? ids : []) {
        const card = store.card(id)
        if (card) noteCard(card)
        else noteTheme(id)
      }
    },
  }
}

/** Themes that were joined with another one, and that records carry which came from somebody who had not seen it. */
function joinedAndCarried(
  themes: ReadonlyMap<string, Subject>,
  isCarried: (theme: string) => boolean,
): readonly AlikePair[] {
  return [...themes.values()].flatMap((theme): readonly AlikePair[] => {
    const kept = theme.values.get('joined')?.value
    if (!theme.deleted || typeof kept !== 'string' || themes.get(kept)?.deleted || !isCarried(theme.id)) return []
    return [{ what: 'theme', kept, other: theme.id, because: 'joined' }]
  })
}

function sameLabel(themes: ReadonlyMap<string, Subject>): readonly AlikePair[] {
  const byLabel = createKeyed()
  const builtIn: AlikePair[] = []
  for (const theme of themes.values()) {
    if (theme.deleted) continue
    const labels = labelsOf(theme)
    byLabel.put(theme.id, labels.map(foldName))
    const kept = new Set(labels.flatMap((label) => matchTheme(label) ?? []))
    for (const id of kept) builtIn.push({ what: 'theme', kept: id, other: theme.id, because: 'label' })
  }
  const own = byLabel.pairs().map(([one, other]): AlikePair => {
    const [kept, gone] = keptOf(one, other)
    return { what: 'theme', kept, other: gone, because: 'label' }
  })
  return [...builtIn, ...own]
}

function labelsOf({ values }: Subject): readonly string[] {
  return LANGS.flatMap((lang) => {
    const label = values.get(fieldKey('label', lang))?.value
    return typeof label === 'string' && foldName(label) !== '' ? [label] : []
  })
}
