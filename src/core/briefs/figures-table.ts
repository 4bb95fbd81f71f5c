import type { Figure } from '../model/elements.ts'
import { textInlines } from './text-inlines.ts'
import type { ComposedInline, TablePart } from './composition.ts'
import type { EvidenceRecord } from './content.ts'
import { type Describer, tagInlines } from './describe-record.ts'
import { dateInWords, numberInWords } from './in-words.ts'
import type { Numbering } from './numbering.ts'

/** The dated figures of the cited records, each with the number of its record; null where they have none. */
export function composeFigures(
  cited: readonly EvidenceRecord[],
  numbering: Numbering,
  describer: Describer,
): TablePart | null {
  const { words } = describer
  const rows = cited.flatMap((evidence) =>
    evidence.figures.map((figure) => row(figure, evidence, numbering, describer)),
  )
  if (rows.length === 0) return null
  return {
    kind: 'table',
    id: 'figures',
    title: words('heading.figures'),
    caption: words('figures.caption'),
    columns: [
      { title: words('figures.value'), align: 'end', share: 15 },
      { title: words('figures.unit'), align: 'start', share: 17 },
      { title: words('figures.what'), align: 'start', share: 34 },
      { title: words('figures.date'), align: 'start', share: 14 },
      { title: words('figures.source'), align: 'start', share: 20 },
    ],
    rows,
    foot: [],
  }
}

function row(
  figure: Figure,
  evidence: EvidenceRecord,
  numbering: Numbering,
  describer: Describer,
): readonly (readonly ComposedInline[])[] {
  const { lang } = describer
  // People write units and counts in the record's own language.
  const own = evidence.card.lang === lang ? undefined : evidence.card.lang
  const source = figure.source?.trim() ?? ''
  return [
    textInlines(numberInWords(figure.value, lang), undefined, ['bold']),
    textInlines(figure.unit, own),
    textInlines(figure.what, own),
    textInlines(figure.date === undefined ? '' : dateInWords(figure.date, lang)),
    [
      numbering.pointTo(evidence.card.id),
      ...(source === '' ? [] : textInlines(` ${source}`, own)),
      ...tagInlines(evidence, describer),
    ],
  ]
}
