import type { Mark } from '../rich-text/document.ts'
import type { Lang } from '../model/lang.ts'
import type { SafeUrl } from './safe-url.ts'

/**
 * A brief that any format can be written from: every word, number and order is settled here, so that PDF, DOCX, HTML
 * and Markdown say the same thing. Texts hold no control characters and no half characters.
 */
export type Composition = {
  readonly lang: Lang
  /** ISO 8601 day the brief was composed for. */
  readonly date: string
  readonly head: TitleBlock
  readonly parts: readonly Part[]
  readonly furniture: Furniture
  /** Ids of the cited records, in the order of their numbers. */
  readonly cited: readonly string[]
  readonly checks: readonly Concern[]
}

/** A short text and the language it is in. */
export type Phrase = { readonly text: string; readonly lang: Lang }

/** What stands at the top of the first page. */
export type TitleBlock = {
  readonly kicker: string
  readonly title: Phrase
  /** The question the brief answers; empty where it has none. */
  readonly question: readonly ComposedInline[]
  readonly facts: readonly Fact[]
  /** What a reader must know before reading on: texts in another language, illustrative or withdrawn evidence. */
  readonly notices: readonly string[]
}

/** A label and what it says. */
export type Fact = { readonly label: string; readonly content: readonly ComposedInline[] }

/** Words that a format sets around the text. `page` holds `{page}` and `{pages}` where the numbers go. */
export type Furniture = {
  readonly contents: string
  readonly page: string
  readonly backToText: string
  /** The strength mark as words: `{filled}` of `{of}`. */
  readonly strength: string
}

/** One part of a brief, in reading order. `id` is unique and fit for an anchor. */
export type Part = TextPart | TablePart | GoalsPart | NotesPart | ReferencesPart

/** Running text. `boxed` parts are set in a tinted box. `aside` stands beside the title: the language, where it is another. */
export type TextPart = {
  readonly kind: 'text'
  readonly id: string
  readonly title: string
  readonly aside: string | null
  readonly boxed: boolean
  readonly lang: Lang
  readonly blocks: readonly ComposedBlock[]
}

/** A table made from the cited records. `foot` explains it. */
export type TablePart = {
  readonly kind: 'table'
  readonly id: string
  readonly title: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (readonly ComposedInline[])[])[]
  readonly foot: readonly string[]
}

/** A column: its heading, the edge its cells align to, and its share of the width in per cent. */
export type Column = { readonly title: string; readonly align: 'start' | 'end'; readonly share: number }

/** The SDGs the cited records speak to. */
export type GoalsPart = {
  readonly kind: 'goals'
  readonly id: string
  readonly title: string
  readonly goals: readonly Goal[]
}

/** One goal with its official number, our short words, its official colour, and the targets that records name. */
export type Goal = {
  readonly code: string
  readonly label: string
  readonly color: string
  readonly targets: readonly string[]
}

/** The numbered notes. Formats with real footnotes print them where they are anchored. */
export type NotesPart = {
  readonly kind: 'notes'
  readonly id: string
  readonly title: string
  readonly notes: readonly Note[]
}

/** One numbered note. */
export type Note = { readonly number: number; readonly lang: Lang; readonly content: readonly ComposedInline[] }

/** The numbered references. */
export type ReferencesPart = {
  readonly kind: 'references'
  readonly id: string
  readonly title: string
  readonly references: readonly Reference[]
}

/** One reference: what it is, where it is from. `occurrences` is how often the text cites it. */
export type Reference = {
  readonly number: number
  readonly record: string
  readonly occurrences: number
  readonly lines: readonly (readonly ComposedInline[])[]
}

/** A block of running text. Headings are level 1 (the larger) or 2 below the part's own title. */
export type ComposedBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly content: readonly ComposedInline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly content: readonly ComposedInline[] }
  | ComposedList
  | ComposedTable

/** A list, nested as it reads. */
export type ComposedList = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ComposedItem[] }

/** One line of a list and the lists under it. */
export type ComposedItem = { readonly content: readonly ComposedInline[]; readonly lists: readonly ComposedList[] }

/** A table of the text itself: rectangular, `header` says that the first row is a header row. */
export type ComposedTable = {
  readonly kind: 'table'
  readonly header: boolean
  readonly rows: readonly (readonly (readonly ComposedBlock[])[])[]
}

/** What stands inside a block. Links hold only texts and breaks. */
export type ComposedInline =
  | ComposedText
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly url: SafeUrl; readonly content: readonly ComposedInline[] }
  | { readonly kind: 'note'; readonly number: number }
  | { readonly kind: 'citation'; readonly cites: readonly Cite[] }
  /** A word that must catch the eye, such as "illustrative". */
  | { readonly kind: 'tag'; readonly text: string }
  /** `filled` of `of` marks; the words stand beside it. */
  | { readonly kind: 'strength'; readonly filled: number; readonly of: number }

/** Text with its marks; `lang` where it is not the language around it. */
export type ComposedText = {
  readonly kind: 'text'
  readonly text: string
  readonly marks: readonly Mark[]
  readonly lang?: Lang
}

/** One number in a citation. `occurrence` counts the places that cite it from 1; 0 where nothing leads back to it. */
export type Cite = { readonly number: number; readonly label: string; readonly occurrence: number }

/** What a person should look at before sending the brief. Data only; the sentences are in `locales/`. */
export type Concern =
  | { readonly code: 'uncited'; readonly record: string; readonly title: string }
  | { readonly code: 'withdrawn'; readonly record: string; readonly number: number }
  | { readonly code: 'illustrative'; readonly record: string; readonly number: number; readonly title: string }
  | { readonly code: 'contested'; readonly record: string; readonly number: number; readonly title: string }
  /** A key message that no evidence supports; `index` counts the text blocks of the messages from 0. */
  | { readonly code: 'unsupported'; readonly index: number; readonly text: string }
  | { readonly code: 'fallback'; readonly field: BriefField; readonly lang: Lang }

/** The fields of a brief that people read. */
export type BriefField = 'title' | 'audience' | 'question' | 'messages' | 'narrative' | 'recommendations'
