import conceptLines from '../../../resources/suggest/concepts.json' with { type: 'json' }
import { LANGS, type Lang } from '../model/lang.ts'

/** One idea with the words that name it in each language, and the goals and targets it speaks for. */
export type Concept = {
  /** Its first English words; permanent, because learnt weights name it. */
  readonly name: string
  readonly words: Readonly<Record<Lang, readonly string[]>>
  readonly speaksFor: readonly SpeaksFor[]
}

/** A goal ("16") or target ("16.5") and how strongly a concept speaks for it: 1 hints, 2 says, 3 can hardly mean another. */
export type SpeaksFor = { readonly code: string; readonly strength: number }

/** The concepts of `resources/suggest/concepts.json`, in the order of the file. */
export const CONCEPTS: readonly Concept[] = conceptLines.map(readConcept)

function readConcept(line: string): Concept {
  const columns = line.split('|')
  const [en = [], fr = [], es = []] = LANGS.map((_, at) => (columns[at] ?? '').split(',').map((words) => words.trim()))
  return { name: en[0] ?? '', words: { en, fr, es }, speaksFor: readSpeaksFor(columns[3] ?? '') }
}

function readSpeaksFor(column: string): readonly SpeaksFor[] {
  return column
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [code = '', strength = '2'] = entry.split(':')
      return { code, strength: Number(strength) }
    })
}
