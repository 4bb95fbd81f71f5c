import { importedId } from '../core/history/ids.ts'
import { fieldKey } from '../core/history/change.ts'
import { settle, type Subject } from '../core/history/settle.ts'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { cleanLine } from '../core/model/text.ts'
import { done, type Outcome } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { foldName } from '../core/taxonomy/fold.ts'
import { findTheme, matchTheme, THEMES, type Theme } from '../core/taxonomy/themes.ts'
import type { ThemeView } from '../ipc/shapes.ts'
import type { WorkingSet } from './working-set.ts'
import type { Workspace } from './workspace.ts'

/** Every theme that a record can carry: the built-in ones in their order, then the workspace's own. */
export function listThemes(store: Store): readonly ThemeView[] {
  return [...THEMES.flatMap((theme) => builtIn(theme, null)), ...ownThemes(store)]
}

function builtIn(theme: Theme, parent: string | null): readonly ThemeView[] {
  const view = { id: theme.id, parent, labels: theme.label, own: false }
  return [view, ...(theme.children ?? []).flatMap((child) => builtIn(child, theme.id))]
}

function ownThemes(store: Store): readonly ThemeView[] {
  return store.subjects().flatMap(({ subject, kind }) => {
    if (kind !== 'theme') return []
    const settled = settle(store.changesOf(subject))
    if (settled.deleted) return []
    const labels = LANGS.flatMap((lang) => {
      const label = settled.values.get(fieldKey('label', lang))?.value
      return typeof label === 'string' && label !== '' ? [[lang, label] as const] : []
    })
    const parent = settled.values.get('parent')?.value
    return [
      {
        id: subject,
        parent: typeof parent === 'string' ? parent : null,
        labels: Object.fromEntries(labels),
        own: true,
      },
    ]
  })
}

/**
 * The id of the theme a person means by a name: a built-in one, or one of the workspace, made here if there is none.
 * Its id follows from its name, so that two people who add the same theme apart from each other add one theme.
 */
export function ensureTheme(workspace: Workspace, work: WorkingSet, name: string, lang: Lang): Outcome<string> {
  const known = matchTheme(name) ?? (work.subject(name)?.kind === 'theme' ? name : undefined)
  if (known !== undefined) return done(known)
  const label = cleanLine(name).trim().slice(0, 200)
  const id = ownThemeId(workspace, label)
  const existing = work.subject(id)
  if (existing && !existing.deleted) return done(id)
  const joined = existing && joinedWith(work, existing)
  if (joined !== undefined) return done(joined)
  return workspace.createIn(work, {
    id,
    kind: 'theme',
    lang,
    steps: [{ op: 'set', field: 'label', locale: lang, value: label }],
  })
}

/** What stands in the place of a theme that was joined with another one, directly or through others. */
function joinedWith(work: WorkingSet, theme: Subject): string | undefined {
  const met = new Set<string>()
  for (let at: Subject | undefined = theme; at && !met.has(at.id); ) {
    met.add(at.id)
    const next = at.values.get('joined')?.value
    if (typeof next !== 'string') return undefined
    if (findTheme(next)) return next
    at = work.subject(next)
    if (at && !at.deleted) return at.id
  }
  return undefined
}

/** The id of a workspace theme by its name, accents and case aside; one of signs only goes by the signs. */
export function ownThemeId(workspace: Pick<Workspace, 'ports' | 'store'>, name: string): string {
  return importedId(
    workspace.ports,
    workspace.store.header.id,
    `theme:${foldName(name) || name.normalize('NFC').trim().toLowerCase()}`,
  )
}
