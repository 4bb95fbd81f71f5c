import { fieldKey } from '../core/history/change.ts'
import { settle } from '../core/history/settle.ts'
import { LANGS } from '../core/model/lang.ts'
import { readAsked } from '../core/search/asked.ts'
import type { SavedSearch } from '../ipc/shapes.ts'
import type { WorkspaceSearch } from './search.ts'
import type { Workspace } from './workspace.ts'

/** The searches that somebody saved in the workspace, each with how many records it finds now. */
export function listSavedSearches({ store }: Workspace, search: WorkspaceSearch): readonly SavedSearch[] {
  return store.subjects().flatMap(({ subject, kind }): readonly SavedSearch[] => {
    if (kind !== 'search') return []
    const { deleted, values } = settle(store.changesOf(subject))
    if (deleted) return []
    const titles = LANGS.flatMap((lang) => {
      const title = values.get(fieldKey('title', lang))?.value
      return typeof title === 'string' && title !== '' ? [[lang, title] as const] : []
    })
    const asked = readAsked(values.get('asked')?.value)
    const page = search.page({ ...asked, sort: 'modified', descending: true, offset: 0, limit: 0, lang: 'en' })
    return [{ id: subject, titles: Object.fromEntries(titles), ...asked, total: page.total }]
  })
}
