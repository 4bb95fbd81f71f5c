import type { Lang } from '../model/lang.ts'
import { textInlines } from './text-inlines.ts'
import type { Cite, ComposedInline, Note } from './composition.ts'

/** Gives out reference and note numbers in the order the text asks for them. */
export type Numbering = {
  /** One citation of one or several records, in the order of their numbers, each named once. */
  readonly cite: (records: readonly string[]) => ComposedInline
  /** The bare number in a table, which says itself what the record is; nothing leads back to it. */
  readonly pointTo: (record: string) => ComposedInline
  readonly addNote: (text: string, lang: Lang) => ComposedInline
  /** The cited records in the order of their numbers, and how often the text cites each. */
  readonly cited: () => readonly { readonly record: string; readonly number: number; readonly occurrences: number }[]
  readonly notes: () => readonly Note[]
}

/** Starts numbering at 1. `label` turns a number into what is printed, so that weak evidence says so where it is used. */
export function createNumbering(label: (number: number, record: string) => string): Numbering {
  const entries = new Map<string, { number: number; occurrences: number }>()
  const notes: Note[] = []

  function entryOf(record: string): { number: number; occurrences: number } {
    const known = entries.get(record)
    if (known) return known
    const entry = { number: entries.size + 1, occurrences: 0 }
    entries.set(record, entry)
    return entry
  }

  function citeOf(record: string): Cite {
    const entry = entryOf(record)
    entry.occurrences += 1
    return { number: entry.number, label: label(entry.number, record), occurrence: entry.occurrences }
  }

  return {
    cite: (records) => ({
      kind: 'citation',
      cites: [...new Set(records)].map(citeOf).sort((a, b) => a.number - b.number),
    }),
    pointTo(record) {
      const { number } = entryOf(record)
      return { kind: 'citation', cites: [{ number, label: String(number), occurrence: 0 }] }
    },
    addNote(text, lang) {
      const number = notes.length + 1
      notes.push({ number, lang, content: textInlines(text.trim()) })
      return { kind: 'note', number }
    },
    cited: () => [...entries].map(([record, entry]) => ({ record, ...entry })),
    notes: () => notes,
  }
}
