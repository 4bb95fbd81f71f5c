import table from '../../../resources/suggest/mdg.json' with { type: 'json' }
import type { NamedCode } from './read-text.ts'

/** A goal or target of the Millennium and the goals and targets of today that took its place. */
type Millennium = { readonly code: string; readonly sdgs: readonly string[]; readonly names: readonly string[] }

const ENTRIES: readonly Millennium[] = table.lines.map((line) => {
  const [code = '', sdgs = '', ...names] = line.split('|')
  return { code, sdgs: sdgs.split(' '), names: names.join(';').split(';').filter(Boolean) }
})
const sdgsByCode = new Map(ENTRIES.map(({ code, sdgs }) => [code, sdgs]))

/** How surely an old goal means the first of the new ones; those after it are less sure, the further the less. */
const FIRST = 3
const STEP = 0.35

const CALLED = [
  String.raw`\b(?:MDG|OMD|ODM)s?`,
  String.raw`\bMillennium (?:Development )?Goals?`,
  String.raw`\bObjectifs? (?:de développement )?du millénaire(?: pour le développement)?`,
  String.raw`\bObjetivos? (?:de desarrollo )?del milenio`,
].join('|')
const NUMBER = String.raw`[1-8](?:\.?[A-F])?(?![\d\p{L}])`
const JOINED = String.raw`\s*(?:,|&|-|–|and|et|y|à|to|a)\s*`
const NAMED = new RegExp(
  String.raw`(?:${CALLED})\s*(?:\(\p{L}+\)\s*)?(?:n[o°º.]+\s*)?(${NUMBER}(?:${JOINED}${NUMBER})*)`,
  'giu',
)
const SPOKEN_OF = new RegExp(CALLED, 'iu')
/** "Target 7.C" was an old one where the text speaks of the Millennium; today’s have small letters. */
const TARGET = /\b(?:target|cible|meta)s?\s+([1-8])\.?([A-F])(?![\p{L}\d])/gu
const BY_NAME = ENTRIES.flatMap(({ sdgs, names }) => names.map((name) => ({ sdgs, pattern: patternOf(name) })))

/**
 * The goals and targets of today that stand for the Millennium Development Goals a text names: by number ("MDG 3",
 * "OMD 4 et 5", "meta 7.C") or by their official names in three languages.
 */
export function millenniumGoals(text: string): readonly NamedCode[] {
  const found: NamedCode[] = []
  const add = (sdgs: readonly string[], start: number, end: number) =>
    sdgs.forEach((code, rank) => found.push({ code, start, end, weight: FIRST - rank * STEP, via: 'mdg' }))
  for (const match of text.matchAll(NAMED)) {
    for (const code of match[1]?.match(new RegExp(NUMBER, 'giu')) ?? [])
      add(sdgsByCode.get(asCode(code)) ?? [], match.index, match.index + match[0].length)
  }
  if (SPOKEN_OF.test(text)) {
    for (const match of text.matchAll(TARGET))
      add(sdgsByCode.get(asCode(`${match[1]}${match[2]}`)) ?? [], match.index, match.index + match[0].length)
  }
  for (const { sdgs, pattern } of BY_NAME)
    for (const match of text.matchAll(pattern)) add(sdgs, match.index, match.index + match[0].length)
  return found
}

function asCode(written: string): string {
  const letter = written.at(-1)?.toUpperCase() ?? ''
  return written.length === 1 ? written : `${written[0]}.${letter}`
}

/** A name as people type it: any white space, either apostrophe. */
function patternOf(name: string): RegExp {
  const words = name.split(' ').map((word) => word.replaceAll('’', "[’']").replaceAll('/', '\\/'))
  return new RegExp(`(?<!\\p{L})${words.join('\\s+')}(?!\\p{L})`, 'giu')
}
