import { textInlines } from './text-inlines.ts'
import type { ComposedInline, TablePart } from './composition.ts'
import type { EvidenceRecord } from './content.ts'
import { type Describer, placeWords, tagInlines, titleInlines } from './describe-record.ts'
import { listInWords, yearsInWords } from './in-words.ts'
import type { Numbering } from './numbering.ts'

/**
 * What a record stands on, as three facts that anybody can check: it was validated, it names its source, it gives a
 * figure. It counts facts and judges nothing. An illustrative record stands on none.
 */
function basisOf({ card, source, figures }: EvidenceRecord): readonly ('validated' | 'sourced' | 'measured')[] {
  if (card.illustrative) return []
  const named = [source?.title, source?.author, source?.publisher, source?.url]
  return [
    ...(card.state === 'validated' ? (['validated'] as const) : []),
    ...(named.some((value) => value !== undefined && value.trim() !== '') ? (['sourced'] as const) : []),
    ...(figures.length > 0 ? (['measured'] as const) : []),
  ]
}

/** The cited evidence at a glance: one line a record with its kind, place, years and strength mark. */
export function composeEvidence(
  cited: readonly EvidenceRecord[],
  numbering: Numbering,
  describer: Describer,
): TablePart | null {
  if (cited.length === 0) return null
  const { words } = describer
  return {
    kind: 'table',
    id: 'evidence',
    title: words('heading.evidence'),
    caption: words('evidence.caption'),
    columns: [
      { title: words('evidence.number'), align: 'start', share: 6 },
      { title: words('evidence.record'), align: 'start', share: 40 },
      { title: words('evidence.place'), align: 'start', share: 19 },
      { title: words('evidence.years'), align: 'start', share: 12 },
      { title: words('evidence.strength'), align: 'start', share: 23 },
    ],
    rows: cited.map((evidence) => row(evidence, numbering, describer)),
    foot: [statesInWords(cited, describer), words('evidence.legend')],
  }
}

function row(
  evidence: EvidenceRecord,
  numbering: Numbering,
  describer: Describer,
): readonly (readonly ComposedInline[])[] {
  const { card } = evidence
  const { lang, words } = describer
  return [
    [numbering.pointTo(card.id)],
    [
      ...titleInlines(card, describer),
      { kind: 'break' },
      ...textInlines(words(`kind.${card.kind}`), undefined, ['italic']),
      ...tagInlines(evidence, describer),
    ],
    textInlines(placeWords(card, describer) ?? ''),
    textInlines(yearsInWords(card.from, card.to, lang, words) ?? ''),
    strength(evidence, describer),
  ]
}

function strength(evidence: EvidenceRecord, { words }: Describer): readonly ComposedInline[] {
  const basis = basisOf(evidence)
  const none = evidence.card.illustrative ? 'basis.illustrative' : 'basis.none'
  const text = basis.length === 0 ? words(none) : basis.map((fact) => words(`basis.${fact}`)).join(', ')
  return [{ kind: 'strength', filled: basis.length, of: 3 }, { kind: 'break' }, ...textInlines(text)]
}

function statesInWords(cited: readonly EvidenceRecord[], { lang, words }: Describer): string {
  const counts = ['validated', 'in-review', 'draft', 'archived']
    .map((state) => ({ state, count: cited.filter(({ card }) => card.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => words(`states.${state}`, { count }))
  return words('evidence.states', { count: cited.length, states: listInWords(counts, lang) })
}
