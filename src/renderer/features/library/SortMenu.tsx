import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react'
import type { SortKey } from '../../../core/search/query.ts'
import { setPreferences, useSession } from '../../app/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLibrary } from './library-store.ts'
import type { Asked } from './library-store.ts'

const CALM: readonly SortKey[] = ['modified', 'created', 'title', 'period']

/** The order of the list; best matches first only mean something while something is looked for. */
export function SortMenu({ asked }: { readonly asked: Asked }) {
  const { t } = useText()
  const descending = useSession((state) => state.preferences.descending)
  const keys = asked.query === '' ? CALM : (['relevance', ...CALM] as const)
  return (
    <div className="sort">
      <Select
        quiet
        label={t('library:sort.label')}
        labelHidden
        options={keys.map((id) => ({ id, label: t(`library:sort.${id}`) }))}
        value={asked.sort}
        onChange={(id) => {
          if (asked.query === '') void setPreferences({ sort: id as SortKey })
          else useLibrary.setState({ searchSort: id as SortKey })
        }}
      />
      {asked.sort === 'relevance' ? null : (
        <IconButton
          icon={descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
          label={t(descending ? 'library:sort.descending' : 'library:sort.ascending')}
          onPress={() => void setPreferences({ descending: !descending })}
        />
      )}
    </div>
  )
}
