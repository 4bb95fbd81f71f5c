import { FileText, ListChecks, Tag, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { openReview } from '../../app/review.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { briefFrom, deleteRecords, forgetSelection } from './bulk.ts'
import { useLibrary } from './library-store.ts'
import { TagManyDialog } from './TagManyDialog.tsx'

/** What can be done with several records at once; in the place of the list's head while several are chosen. */
export function BulkBar() {
  const { t } = useText()
  const ids = useLibrary((state) => state.selection.ids)
  const [tagging, setTagging] = useState(false)
  const chosen = [...ids]
  return (
    <div className="list-head bulk-bar" role="toolbar" aria-label={t('library:bulk.label')}>
      <output className="bulk-count">{t('library:bulk.chosen', { count: ids.size })}</output>
      <Button icon={FileText} look="quiet" onPress={() => void briefFrom(chosen)}>
        {t('library:bulk.brief')}
      </Button>
      <Button icon={Tag} look="quiet" onPress={() => setTagging(true)}>
        {t('library:bulk.tag')}
      </Button>
      <Button icon={ListChecks} look="quiet" onPress={() => openReview(chosen)}>
        {t('review:suggestions')}
      </Button>
      <Button icon={Trash2} look="quiet" onPress={() => void deleteRecords(chosen)}>
        {t('library:delete')}
      </Button>
      <IconButton icon={X} label={t('library:bulk.clear')} onPress={forgetSelection} />
      {tagging ? <TagManyDialog ids={chosen} onClose={() => setTagging(false)} /> : null}
    </div>
  )
}
