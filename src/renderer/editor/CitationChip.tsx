import type { JSX } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useEditorHost } from './EditorHost.tsx'

/** A citation as it stands in a text: its number or name, and a way to the record. */
export function CitationChip({ record }: { readonly record: string }): JSX.Element {
  const { t } = useText()
  const { citationLabel, onCitationOpen } = useEditorHost()
  const label = citationLabel(record)
  return (
    <button
      type="button"
      className="citation-chip"
      data-record={record}
      aria-label={t('editor:citation', { label })}
      disabled={!onCitationOpen}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCitationOpen?.(record)}
    >
      {label}
    </button>
  )
}
