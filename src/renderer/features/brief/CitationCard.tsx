import { type RefObject, useEffect, useMemo, useState } from 'react'
import { titleOf } from '../../../core/model/card.ts'
import { useText } from '../../i18n/use-text.ts'
import { CardLine } from './EvidenceCard.tsx'
import { useCards } from '../../subject/use-cards.ts'

type Pointed = { readonly record: string; readonly left: number; readonly top: number; readonly isAbove: boolean }

/** What lies behind a citation: the record's card beside it, while it is pointed at or has the focus. */
export function CitationCard({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const { t, lang } = useText()
  const pointed = usePointedCitation(page)
  const cards = useCards(useMemo(() => (pointed ? [pointed.record] : []), [pointed]))
  if (!pointed) return null
  const card = cards.get(pointed.record)
  const summary = card?.summaries[lang] ?? (card ? card.summaries[card.lang] : undefined)
  return (
    <div
      role="tooltip"
      className="citation-card"
      data-above={pointed.isAbove || undefined}
      style={{ left: pointed.left, top: pointed.top }}
    >
      {card ? (
        <>
          <span className="brief-evidence-title">{titleOf(card, lang) || t('pickers:record.untitled')}</span>
          <CardLine card={card} />
          {summary ? <span className="citation-card-summary">{summary}</span> : null}
        </>
      ) : (
        <span>{t('brief:tray.gone')}</span>
      )}
    </div>
  )
}

const WIDTH = 340
const ROOM = 220

function usePointedCitation(page: RefObject<HTMLElement | null>): Pointed | null {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const root = page.current
    function point({ target }: Event): void {
      const chip = target instanceof Element ? target.closest<HTMLElement>('[data-record]') : null
      const record = chip?.dataset['record']
      if (!chip || record === undefined) {
        setPointed(null)
        return
      }
      const { left, top, bottom } = chip.getBoundingClientRect()
      const isAbove = bottom + ROOM > window.innerHeight
      setPointed({ record, left: Math.min(left, window.innerWidth - WIDTH - 16), top: isAbove ? top : bottom, isAbove })
    }
    const leave = () => setPointed(null)
    root?.addEventListener('pointerover', point)
    root?.addEventListener('focusin', point)
    root?.addEventListener('pointerleave', leave)
    root?.addEventListener('scroll', leave)
    root?.addEventListener('keydown', leave)
    return () => {
      root?.removeEventListener('pointerover', point)
      root?.removeEventListener('focusin', point)
      root?.removeEventListener('pointerleave', leave)
      root?.removeEventListener('scroll', leave)
      root?.removeEventListener('keydown', leave)
    }
  }, [page])
  return pointed
}
