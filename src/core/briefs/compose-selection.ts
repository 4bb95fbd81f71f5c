import { assemble, type Draft, describerOf } from './assemble.ts'
import { cleanDeep } from './clean-deep.ts'
import { textInlines } from './text-inlines.ts'
import type { Composition, ComposedInline } from './composition.ts'
import type { BriefSetting, BriefWords, EvidenceRecord } from './content.ts'
import { type Describer, titleInlines } from './describe-record.ts'
import type { Numbering } from './numbering.ts'
import { pickText } from './versions.ts'

/** A selection of records to make a brief of: in the order given, found by `query` where there was one. */
export type Selection = { readonly title?: string; readonly records: readonly string[]; readonly query?: string }

/** More messages than this make a list to read, not a box to take in. */
const MOST_BOXED = 8

/** Composes a brief that nobody has written yet: what each record says in short, with its reference. */
export function composeSelection(given: Selection, around: BriefSetting, words: BriefWords): Composition {
  const selection = cleanDeep(given)
  const setting = cleanDeep(around)
  const describer = describerOf(setting, words)
  const found = selection.records.flatMap(
    (id) => setting.evidence.find(({ card }) => card.id === id && !card.deleted) ?? [],
  )
  const boxed = found.length <= MOST_BOXED
  const title = selection.title?.trim() ?? ''
  const query = selection.query?.trim() ?? ''
  const draft: Draft = {
    title: { text: title === '' ? words('selection.title', { count: found.length }) : title, lang: setting.lang },
    question: [],
    facts:
      query === '' ? [] : [{ label: words('fact.query'), content: textInlines(words('selection.query', { query })) }],
    notices: [],
    checks: [],
    records: selection.records,
    parts(numbering) {
      if (found.length === 0) return []
      const items = found.map((evidence) => ({ content: messageOf(evidence, numbering, describer), lists: [] }))
      const heading = words(boxed ? 'heading.messages' : 'heading.selection')
      const blocks = [{ kind: 'list', ordered: false, items } as const]
      return [{ kind: 'text', id: 'messages', title: heading, aside: null, boxed, lang: setting.lang, blocks }]
    },
  }
  return assemble(draft, setting, describer)
}

function messageOf(
  { card, opening }: EvidenceRecord,
  numbering: Numbering,
  describer: Describer,
): readonly ComposedInline[] {
  const { lang } = describer
  const summary = pickText(card.summaries, lang, card.lang) ?? pickText(opening ?? {}, lang, card.lang)
  const words = summary
    ? textInlines(summary.value.trim(), summary.lang === lang ? undefined : summary.lang)
    : titleInlines(card, describer)
  return [...words, { kind: 'text', text: '\u00A0', marks: [] }, numbering.cite([card.id])]
}
