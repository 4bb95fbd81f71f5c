import { useMemo } from 'react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import { titleOf } from '../../../core/model/card.ts'
import { RECORD_KINDS } from '../../../core/model/kinds.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import type { RichEditorProps } from '../../editor/RichEditor.tsx'
import { useText } from '../../i18n/use-text.ts'
import { placeAndYears } from './card-words.ts'
import { referenceNumber } from './check-items.ts'

const OFFERED = 8

/** What the editors of a brief need to cite: finding records after an @, their numbers, and the way to them. */
export function useCitations(
  check: BriefCheck | null,
): Pick<RichEditorProps, 'onCitationSearch' | 'citationLabel' | 'onCitationOpen'> {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  return useMemo(
    () => ({
      async onCitationSearch(query: string) {
        const outcome = await call('library.search', {
          query,
          filters: { kind: [...RECORD_KINDS] },
          sort: query.trim() === '' ? 'modified' : 'relevance',
          descending: true,
          offset: 0,
          limit: OFFERED,
          lang,
        })
        if (!outcome.ok) return []
        return outcome.value.hits.map(({ card }) => ({
          id: card.id,
          title: titleOf(card, lang) || t('pickers:record.untitled'),
          detail: [t(`kinds:${card.kind}.name`), placeAndYears(card, lang)].filter(Boolean).join('\u00a0· '),
        }))
      },
      // Until the brief has been read again, a new citation has no number.
      citationLabel: (record: string) => String(referenceNumber(check, record) ?? '…'),
      onCitationOpen: (record: string) => go({ kind: 'record', id: record }),
    }),
    [check, go, lang, t],
  )
}
