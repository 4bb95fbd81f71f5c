import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Lang } from '../../../core/model/lang.ts'
import type { SubjectView } from '../../../core/model/view.ts'
import { onCommand } from '../../app/command-bus.ts'
import { flushAll } from '../../app/flush.ts'
import { usePlace } from '../../app/place.ts'
import { insertCitation } from '../../editor/cite.ts'
import { useText } from '../../i18n/use-text.ts'
import { deleteSubject, restoreSubject } from '../../subject/delete-subject.ts'
import { HistoryPanel } from '../../subject/history/HistoryPanel.tsx'
import { VersionPage } from '../../subject/history/VersionPage.tsx'
import { useFocusOnNew } from '../../subject/use-focus-on-new.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { textOf } from '../../subject/versions.ts'
import { notify } from '../../ui/notices.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { BriefBar } from './BriefBar.tsx'
import { BriefPage } from './BriefPage.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { checkItems } from './check-items.ts'
import { EvidenceTray } from './EvidenceTray.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { SearchLogPanel } from './SearchLogPanel.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { useBriefCheck } from './use-brief-check.ts'
import { useCards } from '../../subject/use-cards.ts'

type OpenBriefProps = {
  readonly view: SubjectView
  readonly isLocked: boolean
  readonly onLang: (lang: Lang) => void
}

/** The workbench: evidence on the left, the page in the middle, what to look at on the right. */
export function OpenBrief({ view, isLocked, onLang }: OpenBriefProps) {
  const { t } = useText()
  const { subject, lang, isReadOnly } = useSubjectHere()
  const go = usePlace((state) => state.go)
  const page = useRef<HTMLDivElement>(null)
  const [past, setPast] = useState<string | null>(null)
  const [over, setOver] = useState<'preview' | 'export' | null>(null)
  const { check, version } = useBriefCheck(view.id, lang, subject)
  const items = useMemo(() => (check ? checkItems(check) : []), [check])
  const cards = useCards(useMemo(() => items.flatMap((item) => ('record' in item ? [item.record] : [])), [items]))

  useFocusOnNew(page, textOf(view, 'title', lang) === '' && !isReadOnly)

  const open = useCallback(async (what: 'preview' | 'export') => {
    await flushAll()
    setOver(what)
  }, [])
  useEffect(() => onCommand('export', () => void open('export')), [open])

  const cite = useCallback(
    (record: string) => {
      if (!insertCitation(record)) notify({ text: t('brief:tray.where') })
    },
    [t],
  )

  function goTo(field: string): void {
    const part = page.current?.querySelector(`[data-part="${field}"]`)
    part?.scrollIntoView({ block: 'start' })
    part?.querySelector<HTMLElement>('textarea, [contenteditable="true"]')?.focus()
  }

  return (
    <>
      <BriefBar
        view={view}
        onLang={onLang}
        onPreview={() => void open('preview')}
        onExport={() => void open('export')}
        onDelete={() => void deleteSubject(view.id, 'brief')}
      />
      <div className="desk">
        <aside className="brief-left" aria-labelledby="tray-title">
          <EvidenceTray check={check} onCite={cite} />
        </aside>
        {past === null ? (
          <BriefPage ref={page} view={view} check={check} isLocked={isLocked} />
        ) : (
          <div className="desk-text">
            <VersionPage id={view.id} stamp={past} isLocked={isLocked} onClose={() => setPast(null)} />
          </div>
        )}
        <aside className="brief-right" aria-label={t('brief:right')}>
          <Tabs
            label={t('brief:right')}
            tabs={[
              {
                id: 'checks',
                label: t('brief:checks.title'),
                panel: (
                  <ChecksPanel
                    check={check}
                    cards={cards}
                    onOpen={(record) => go({ kind: 'record', id: record })}
                    onCite={cite}
                    onRestore={(record) => void restoreSubject(record)}
                    onGoTo={goTo}
                  />
                ),
              },
              { id: 'searches', label: t('brief:searches.title'), panel: <SearchLogPanel /> },
              {
                id: 'history',
                label: t('record:side.history'),
                panel: <HistoryPanel id={view.id} kind={view.kind} chosen={past} onChoose={setPast} />,
              },
            ]}
          />
        </aside>
      </div>
      {over === 'preview' ? (
        <PreviewDialog
          id={view.id}
          lang={lang}
          version={version}
          onLang={onLang}
          onExport={() => setOver('export')}
          onClose={() => setOver(null)}
        />
      ) : null}
      {over === 'export' ? (
        <ExportDialog
          id={view.id}
          title={textOf(view, 'title', lang)}
          lang={lang}
          open={isReadOnly ? 0 : items.length}
          onClose={() => setOver(null)}
        />
      ) : null}
    </>
  )
}
