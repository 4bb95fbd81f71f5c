import { checkEvidence } from './checks.ts'
import { oneLine, textInlines } from './text-inlines.ts'
import type { Concern, ComposedInline, Composition, Fact, NotesPart, Part, Phrase, TextPart } from './composition.ts'
import type { BriefSetting, BriefWords, EvidenceRecord } from './content.ts'
import type { Describer } from './describe-record.ts'
import { composeEvidence } from './evidence-table.ts'
import { composeFigures } from './figures-table.ts'
import { composeGoals } from './goals.ts'
import { dateInWords, listInWords } from './in-words.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import { composeReferences } from './references.ts'

/** The texts of a brief before the evidence is added. `parts` is called once and takes its numbers as it goes. */
export type Draft = {
  readonly title: Phrase
  readonly question: readonly ComposedInline[]
  readonly facts: readonly Fact[]
  readonly notices: readonly string[]
  readonly checks: readonly Concern[]
  readonly records: readonly string[]
  readonly parts: (numbering: Numbering) => readonly TextPart[]
}

/** What describes records in this setting. */
export function describerOf({ lang, lookups }: BriefSetting, words: BriefWords): Describer {
  return { lang, lookups, words }
}

/** Adds to the texts of a brief all that follows from the records they cite. */
export function assemble(draft: Draft, setting: BriefSetting, describer: Describer): Composition {
  const { words } = describer
  const present = new Map(setting.evidence.filter(({ card }) => !card.deleted).map((entry) => [entry.card.id, entry]))
  const find = (record: string): EvidenceRecord | undefined => present.get(record)
  const numbering = createNumbering((number, record) => {
    const evidence = find(record)
    if (!evidence) return words('citation.withdrawn', { number })
    return evidence.card.illustrative ? words('citation.illustrative', { number }) : String(number)
  })
  const texts = draft.parts(numbering)
  const cited = numbering.cited().flatMap(({ record }) => find(record) ?? [])
  const parts: readonly (Part | null)[] = [
    ...texts.filter(({ boxed }) => boxed),
    composeGoals(cited, describer),
    ...texts.filter(({ boxed }) => !boxed),
    composeFigures(cited, numbering, describer),
    composeEvidence(cited, numbering, describer),
    composeNotes(numbering, words),
    numbering.cited().length === 0 ? null : composeReferences(numbering, find, describer),
  ]
  return {
    lang: setting.lang,
    date: setting.date,
    head: {
      kicker: words('kicker'),
      title: { ...draft.title, text: oneLine(draft.title.text) },
      question: draft.question,
      facts: [...draft.facts, ...settingFacts(setting, words)],
      notices: [...draft.notices, ...evidenceNotices(numbering, find, describer)],
    },
    parts: parts.filter((part) => part !== null),
    furniture: {
      contents: words('furniture.contents'),
      page: words('furniture.page', { page: '{page}', pages: '{pages}' }),
      backToText: words('furniture.backToText'),
      strength: words('furniture.strength', { filled: '{filled}', of: '{of}' }),
    },
    cited: numbering.cited().map(({ record }) => record),
    checks: [...draft.checks, ...checkEvidence(draft.records, numbering, find, describer)],
  }
}

function settingFacts({ lang, date, workspace }: BriefSetting, words: BriefWords): readonly Fact[] {
  return [
    { label: words('fact.date'), content: textInlines(dateInWords(date, lang)) },
    { label: words('fact.language'), content: textInlines(words(`lang.${lang}`)) },
    { label: words('fact.workspace'), content: textInlines(workspace.trim()) },
  ].filter(({ content }) => content.length > 0)
}

function evidenceNotices(
  numbering: Numbering,
  find: (record: string) => EvidenceRecord | undefined,
  { lang, words }: Describer,
): readonly string[] {
  const cited = numbering.cited()
  const notice = (key: string, about: typeof cited): readonly string[] =>
    about.length === 0
      ? []
      : [
          words(key, {
            count: about.length,
            numbers: listInWords(
              about.map(({ number }) => String(number)),
              lang,
            ),
          }),
        ]
  return [
    ...notice(
      'notice.illustrative',
      cited.filter(({ record }) => find(record)?.card.illustrative === true),
    ),
    ...notice(
      'notice.withdrawn',
      cited.filter(({ record }) => find(record) === undefined),
    ),
  ]
}

function composeNotes(numbering: Numbering, words: BriefWords): NotesPart | null {
  const notes = numbering.notes()
  return notes.length === 0 ? null : { kind: 'notes', id: 'notes', title: words('heading.notes'), notes }
}
