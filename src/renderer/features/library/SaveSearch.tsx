import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { FACETS } from '../../../core/search/query.ts'
import { useSession } from '../../app/session.ts'
import { useThemes } from '../../app/themes.ts'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Asked } from './library-store.ts'
import { SaveSearchDialog } from './SaveSearchDialog.tsx'
import { labeller } from './use-facet-values.ts'

/** Offers to keep what is asked, where anything is. */
export function SaveSearch({ asked }: { readonly asked: Asked }) {
  const { t, lang } = useText()
  const themes = useThemes()
  const isReadOnly = useSession((state) => state.workspace?.readOnly ?? false)
  const [isOpen, setOpen] = useState(false)
  const { query, filters } = asked
  const values = FACETS.flatMap((facet) => (filters[facet] ?? []).map(labeller(facet, themes, t, lang)))
  if (isReadOnly || (query === '' && values.length === 0)) return null
  const suggested = [query, ...values].filter((part) => part !== '').join(' · ')
  return (
    <>
      <IconButton icon={BookmarkPlus} label={t('library:saved.save')} onPress={() => setOpen(true)} />
      {isOpen ? (
        <SaveSearchDialog asked={asked} suggested={suggested.slice(0, 200)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
