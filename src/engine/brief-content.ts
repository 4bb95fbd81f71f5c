import { composeBrief } from '../core/briefs/compose.ts'
import { composeSelection, type Selection } from '../core/briefs/compose-selection.ts'
import type { Composition } from '../core/briefs/composition.ts'
import type { BriefContent, BriefSetting, EvidenceRecord, Versions } from '../core/briefs/content.ts'
import { fieldKey } from '../core/history/change.ts'
import { project, richState } from '../core/history/project.ts'
import { settle, type Subject } from '../core/history/settle.ts'
import { sourceLang } from '../core/history/steps.ts'
import type { Figure, Source } from '../core/model/elements.ts'
import { findField, findKind, isRecordKind } from '../core/model/kinds.ts'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { checkElement, checkValue } from '../core/model/values.ts'
import { done, type Outcome, refused } from '../core/problem.ts'
import type { RichDocument } from '../core/rich-text/document.ts'
import { readDocument } from '../core/rich-text/read-document.ts'
import { countryName } from '../core/taxonomy/countries.ts'
import { findSdg, sdgLabel } from '../core/taxonomy/sdgs.ts'
import { citedIn } from '../core/rich-text/cited.ts'
import { wordsIn } from './words.ts'
import { authorOf } from './working-set.ts'
import type { Workspace } from './workspace.ts'

/** How much of a record's text stands in for a missing summary. */
const OPENING = 400

/** What a brief is composed for: its language, the day, and the name of the workspace. */
export type BriefOccasion = { readonly lang: Lang; readonly date: string; readonly workspaceName: string }

/** Composes a brief of the workspace in one language. */
export function composeFrom(workspace: Workspace, brief: Subject, occasion: BriefOccasion): Outcome<Composition> {
  if (brief.kind !== 'brief') return refused({ code: 'not-a-brief', id: brief.id })
  const content = contentOf(brief)
  const cited = [content.messages, content.narrative, content.recommendations]
    .flatMap((versions) => Object.values(versions))
    .flatMap(citedIn)
  const setting = settingFor(workspace, [...new Set([...content.records, ...cited])], occasion)
  return done(composeBrief(content, setting, briefWords(occasion.lang)))
}

/** Composes a brief of nothing but a selection of records. */
export function composeSelected(
  workspace: Workspace,
  selection: Selection,
  occasion: BriefOccasion,
): Outcome<Composition> {
  if (selection.records.length === 0) return refused({ code: 'empty-brief' })
  return done(
    composeSelection(selection, settingFor(workspace, selection.records, occasion), briefWords(occasion.lang)),
  )
}

function briefWords(lang: Lang) {
  const words = wordsIn(lang)
  return (key: string, values?: Readonly<Record<string, string | number>>) => words(`briefs:${key}`, values)
}

/** What people wrote in a brief, in every language they wrote it in. */
function contentOf(brief: Subject): BriefContent {
  return {
    lang: sourceLang(brief),
    title: texts(brief, 'title'),
    audience: texts(brief, 'audience'),
    question: texts(brief, 'question'),
    messages: documents(brief, 'messages'),
    narrative: documents(brief, 'narrative'),
    recommendations: documents(brief, 'recommendations'),
    records: (brief.sets.get('records') ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  }
}

function settingFor(workspace: Workspace, records: readonly string[], occasion: BriefOccasion): BriefSetting {
  const evidence = records.flatMap((id) => {
    const changes = workspace.store.changesOf(id)
    if (changes.length === 0) return []
    const subject = settle(changes)
    return isRecordKind(subject.kind) ? evidenceFrom(subject, authorOf(changes)) : []
  })
  const lookups = { sdgLabel, sdgColor: (code: string) => findSdg(code)?.color ?? '', countryName }
  return { lang: occasion.lang, date: occasion.date, workspace: occasion.workspaceName, evidence, lookups }
}

function evidenceFrom(subject: Subject, author: string): readonly EvidenceRecord[] {
  const { card, texts: fieldTexts } = project(subject, author)
  if (!card) return []
  const sections = (findKind(subject.kind)?.fields ?? [])
    .filter((field) => field.type === 'rich')
    .map((field) => field.id)
  const openings = LANGS.flatMap((lang) => {
    const first = sections.flatMap(
      (id) => fieldTexts.find((text) => text.field === id && text.locale === lang) ?? [],
    )[0]
    return first ? [[lang, opening(first.text)] as const] : []
  })
  return [
    {
      card,
      source: sourceOf(subject),
      figures: figuresOf(subject),
      opening: Object.fromEntries(openings),
    },
  ]
}

/** A merged file can hold any value, so one of another shape counts as none here as it does everywhere. */
function sourceOf(subject: Subject): Source | null {
  const field = findField(subject.kind, 'source')
  const checked = field && checkValue(field, subject.values.get('source')?.value ?? null)
  return checked?.ok ? (checked.value as Source | null) : null
}

function figuresOf(subject: Subject): readonly Figure[] {
  return (subject.sets.get('figures') ?? []).flatMap(({ value }) => {
    const checked = checkElement('figures', 'figure', value)
    if (!checked.ok) return []
    const figure = checked.value as Omit<Figure, 'unit' | 'what'> & Partial<Figure>
    return [{ unit: '', what: '', ...figure }]
  })
}

function opening(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= OPENING) return line
  return `${line.slice(0, OPENING).replace(/\s\S*$/, '')}…`
}

function texts(subject: Subject, field: string): Versions<string> {
  return versions((lang) => {
    const value = subject.values.get(fieldKey(field, lang))?.value
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  })
}

function documents(subject: Subject, field: string): Versions<RichDocument> {
  return versions((lang) => {
    if (!subject.edits.has(fieldKey(field, lang))) return undefined
    const document = readDocument(richState(subject, field, lang))
    return document.blocks.length === 0 ? undefined : document
  })
}

function versions<T>(versionIn: (lang: Lang) => T | undefined): Versions<T> {
  const found = LANGS.flatMap((lang) => {
    const version = versionIn(lang)
    return version === undefined ? [] : [[lang, version] as const]
  })
  return Object.fromEntries(found) as Versions<T>
}

/** A moment as the ISO 8601 day of this computer's time zone. */
export function dayOf(millis: number): string {
  const date = new Date(millis)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
