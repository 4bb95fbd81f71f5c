import { textInlines } from './text-inlines.ts'
import type { ComposedInline, Reference, ReferencesPart } from './composition.ts'
import type { EvidenceRecord } from './content.ts'
import { type Describer, joined, placeWords, sourceInlines, tagInlines, titleInlines } from './describe-record.ts'
import { periodInWords } from './in-words.ts'
import type { Numbering } from './numbering.ts'
import { pickText } from './versions.ts'

/** The numbered list of cited records. A withdrawn one keeps its number and says nothing of its content. */
export function composeReferences(
  numbering: Numbering,
  find: (record: string) => EvidenceRecord | undefined,
  describer: Describer,
): ReferencesPart {
  const references = numbering.cited().map(({ record, number, occurrences }): Reference => {
    const evidence = find(record)
    const lines = evidence ? referenceLines(evidence, describer) : [textInlines(describer.words('reference.withdrawn'))]
    return { number, record, occurrences, lines }
  })
  return { kind: 'references', id: 'references', title: describer.words('heading.references'), references }
}

function referenceLines(evidence: EvidenceRecord, describer: Describer): readonly (readonly ComposedInline[])[] {
  const source = evidence.source === null ? [] : sourceInlines(evidence.source, describer)
  return [
    [...bold(titleInlines(evidence.card, describer)), ...tagInlines(evidence, describer)],
    joined(
      factsOf(evidence, describer).map((fact) => textInlines(fact)),
      ' · ',
    ),
    ...(source.length === 0 ? [] : [[...textInlines(`${describer.words('reference.source')} `), ...source]]),
  ]
}

function factsOf({ card }: EvidenceRecord, describer: Describer): readonly string[] {
  const { lang, words } = describer
  const shown = pickText(card.titles, lang, card.lang)?.lang ?? card.lang
  const facts = [
    words(`kind.${card.kind}`),
    placeWords(card, describer),
    periodInWords(card.from, card.to, lang, words),
    words(`state.${card.state}`),
    shown === lang ? null : words(`in.${shown}`),
  ]
  return facts.filter((fact) => fact !== null)
}

function bold(content: readonly ComposedInline[]): readonly ComposedInline[] {
  return content.map((inline) => (inline.kind === 'text' ? { ...inline, marks: [...inline.marks, 'bold'] } : inline))
}
