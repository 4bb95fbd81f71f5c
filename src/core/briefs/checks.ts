import type { RichDocument, TextBlock } from '../rich-text/document.ts'
import { isListLine } from '../rich-text/group-lists.ts'
import { inlineText } from '../rich-text/plain-text.ts'
import type { Concern } from './composition.ts'
import type { EvidenceRecord } from './content.ts'
import { type Describer, titleText } from './describe-record.ts'
import { oneLine } from './text-inlines.ts'
import type { Numbering } from './numbering.ts'

/** What is weak about the evidence: cited and withdrawn, illustrative or contested, or selected and never cited. */
export function checkEvidence(
  selected: readonly string[],
  numbering: Numbering,
  find: (record: string) => EvidenceRecord | undefined,
  describer: Describer,
): readonly Concern[] {
  const cited = numbering.cited()
  const weak = cited.flatMap(({ record, number }): readonly Concern[] => {
    const evidence = find(record)
    if (!evidence) return [{ code: 'withdrawn', record, number }]
    const title = titleText(evidence.card, describer)
    return [
      ...(evidence.card.illustrative ? [{ code: 'illustrative', record, number, title } as const] : []),
      ...(evidence.card.contested > 0 ? [{ code: 'contested', record, number, title } as const] : []),
    ]
  })
  const uncited = [...new Set(selected)].flatMap((record): readonly Concern[] => {
    const evidence = find(record)
    const isCited = cited.some((entry) => entry.record === record)
    return isCited || !evidence ? [] : [{ code: 'uncited', record, title: titleText(evidence.card, describer) }]
  })
  return [...weak, ...uncited]
}

/**
 * Key messages that no evidence supports. A list line is supported by the lines nested under it; headings and tables
 * need no support.
 */
export function checkMessages(messages: RichDocument): readonly Concern[] {
  const lines = messages.blocks.filter((block) => block.kind !== 'table')
  return lines.flatMap((line, index): readonly Concern[] => {
    const text = oneLine(inlineText(line.content))
    const isClaim = line.kind !== 'heading-2' && line.kind !== 'heading-3' && text !== ''
    return isClaim && !isSupported(lines, index) ? [{ code: 'unsupported', index, text }] : []
  })
}

function isSupported(lines: readonly TextBlock[], index: number): boolean {
  const line = lines[index]
  if (!line) return false
  if (line.content.some(hasCitation)) return true
  if (!isListLine(line)) return false
  const under = lines.slice(index + 1)
  const end = under.findIndex((next) => !isListLine(next) || next.indent <= line.indent)
  return (end === -1 ? under : under.slice(0, end)).some((next) => next.content.some(hasCitation))
}

function hasCitation(inline: TextBlock['content'][number]): boolean {
  return inline.kind === 'citation' || (inline.kind === 'link' && inline.content.some(hasCitation))
}
