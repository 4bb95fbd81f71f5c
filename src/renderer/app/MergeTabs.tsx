import './merge-tabs.css'
import { MergePlace } from '../features/merge/MergePlace.tsx'
import { MergesPlace } from '../features/merge/MergesPlace.tsx'
import { PeoplePage } from '../features/people/PeoplePage.tsx'
import { SettlePlace } from '../features/settle/SettlePlace.tsx'
import { useText } from '../i18n/use-text.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { showMergeTab, useMergeTab } from './merge-tab.ts'
import { useToSettle } from './to-settle.ts'

/** The place where copies and people come together. Each tab is a view of a feature; they know nothing of each other. */
export function MergeTabs() {
  const { t } = useText()
  const tab = useMergeTab((state) => state.tab)
  const total = useToSettle((state) => state.list?.total ?? 0)
  return (
    <main className="merge-tabs">
      <h1 className="unseen">{t('app:places.merge')}</h1>
      <Tabs
        label={t('app:places.merge')}
        selected={tab}
        onSelect={showMergeTab}
        tabs={[
          { id: 'copies', label: t('app:mergeTabs.copies'), panel: <MergePlace /> },
          {
            id: 'settle',
            label: total === 0 ? t('app:mergeTabs.nothingToSettle') : t('app:mergeTabs.settle', { count: total }),
            panel: <SettlePlace />,
          },
          { id: 'merges', label: t('app:mergeTabs.merges'), panel: <MergesPlace /> },
          { id: 'people', label: t('app:mergeTabs.people'), panel: <PeoplePage /> },
        ]}
      />
    </main>
  )
}
