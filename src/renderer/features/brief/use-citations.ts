import { useMemo } from 'react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import { type Card, titleOf } from '../../../core/model/card.ts'
import { RECORD_KINDS } from '../../../core/model/kinds.ts'
import { call } from '../../app/client.ts'
import { usePlace } from '../../app/place.ts'
import type { CitationChoice } from '../../editor/CitationMenu.tsx'
import type { RichEditorProps } from '../../editor/RichEditor.tsx'
import { useText } from '../../i18n/use-text.ts'
import { placeAndYears } from './card-words.ts'
import { referenceNumber } from './check-items.ts'

const OFFERED = 8

/** What the editors of a brief need to cite: finding records after an @, their numbers, and the way to them. */
export function useCitations(
  check: BriefCheck | null,
  selected: readonly string[],
): Pick<RichEditorProps, 'onCitationSearch' | 'citationLabel' | 'onCitationOpen'> {
  const { t, lang } = useText()
  const go = usePlace((state) => state.go)
  return useMemo(() => {
    function choiceOf(card: Card): CitationChoice {
      return {
        id: card.id,
        title: titleOf(card, lang) || t('pickers:record.untitled'),
        detail: [t(`kinds:${card.kind}.name`), placeAndYears(card, lang)].filter(Boolean).join('\u00a0· '),
      }
    }
    return {
      async onCitationSearch(query: string) {
        if (query.trim() === '' && selected.length > 0) return (await laidDown(selected, check)).map(choiceOf)
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
        return outcome.value.hits.map(({ card }) => choiceOf(card))
      },
      // Until the brief has been read again, a new citation has no number.
      citationLabel: (record: string) => String(referenceNumber(check, record) ?? '…'),
      onCitationOpen: (record: string) => go({ kind: 'record', id: record }),
    }
  }, [check, go, lang, selected, t])
}

/** The records on the table, those that wait to be cited first. */
async function laidDown(selected: readonly string[], check: BriefCheck | null): Promise<readonly Card[]> {
  const isCited = (id: string) => (referenceNumber(check, id) === null ? 0 : 1)
  const ids = [...selected].sort((a, b) => isCited(a) - isCited(b)).slice(0, OFFERED)
  const outcome = await call('records.cards', { ids })
  return outcome.ok ? outcome.value : []
}
