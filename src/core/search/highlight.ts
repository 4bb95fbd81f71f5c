import { type Card, titleOf } from '../model/card.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import { analyse, type Analysed, type AnalysisLang } from './analyse.ts'
import type { CalledToo, MatchedWord } from './find-records.ts'
import { marksOf, type Match } from './match.ts'
import type { QueryWord } from './query-words.ts'
import type { Snippet, Why } from './query.ts'
import { type SearchedText, TITLE_WEIGHT } from './searched-texts.ts'
import { cutSnippet } from './snippet.ts'
import { eachToken } from './tokens.ts'

/** What is shown of a hit beside its card. */
export type Highlights = {
  readonly why: readonly Why[]
  readonly titleMarks: readonly (readonly [number, number])[]
  readonly snippet: Snippet | null
}

/** Tells what matched in records that were found, by reading their texts in the way they were indexed. */
export function createHighlighter(
  words: readonly MatchedWord[],
  lang: Lang,
): (card: Card, texts: readonly SearchedText[], held: readonly number[]) => Highlights {
  const read = createReader(words)
  const telling = words.filter(({ word }) => word.required).length

  function marksIn(card: Card): Highlights['titleMarks'] {
    const title = titleOf(card, lang)
    const titleLang = LANGS.find((entry) => card.titles[entry] === title) ?? card.lang
    return marksOf(read(title, titleLang))
  }

  return (card, texts, held) => {
    const why = new Map<number, Why>()
    let shown: { readonly text: SearchedText; readonly matches: readonly Match[]; readonly words: number } | null = null
    let told = 0
    for (const [text, bits] of inRank(texts, held, lang)) {
      if (why.size >= telling && shown !== null && shown.words >= telling) break
      const canShow = text.prose && text.weight < TITLE_WEIGHT && wordsIn(bits) > (shown?.words ?? 0)
      if (bits === 0 || ((bits & ~told) === 0 && !canShow)) continue
      const matches = read(text.text, text.analysedAs)
      for (const { word, start, end, concept } of matches) {
        if (why.has(word)) continue
        told |= 1 << word
        const typed = words[word]?.word.typed ?? ''
        const reason: Why = { term: typed, matched: text.text.slice(start, end), field: text.field, lang: text.lang }
        why.set(word, concept === undefined ? reason : { ...reason, concept })
      }
      const different = new Set(matches.map(({ word }) => word)).size
      if (text.prose && text.weight < TITLE_WEIGHT && different > (shown?.words ?? 0)) {
        shown = { text, matches, words: different }
      }
    }
    return {
      why: [...why].sort(([a], [b]) => a - b).map(([, reason]) => reason),
      titleMarks: marksIn(card),
      snippet: shown && {
        field: shown.text.field,
        lang: shown.text.lang,
        ...cutSnippet(shown.text.text, shown.matches),
      },
    }
  }
}

const ANY = -1

/** Texts in the order in which they are shown, each with the words of the query it holds, as far as that is known. */
function inRank(texts: readonly SearchedText[], held: readonly number[], lang: Lang) {
  // What words can also be found by (`ODD 5.2` by `5.2`) is known of the record as a whole, after its texts.
  const anywhere = held.slice(texts.length).reduce((sum, bits) => sum | bits, 0)
  return texts
    .map((text, at) => [text, (held[at] ?? ANY) | anywhere] as const)
    .sort(([a], [b]) => rank(b, lang) - rank(a, lang))
}

function wordsIn(bits: number): number {
  let words = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) words += 1
  return words
}

/** Headings first; of texts that count alike, those in the reader's language. */
function rank(text: SearchedText, lang: Lang): number {
  return text.weight * 2 + (text.lang === lang ? 1 : 0)
}

function createReader(words: readonly MatchedWord[]): (text: string, lang: AnalysisLang) => readonly Match[] {
  const wordByTerm = new Map<string, number>()
  const beginnings = words.flatMap(({ beginning }, word) => (beginning === null ? [] : [{ beginning, word }]))
  const calledToo = new Map<string, (CalledToo & { readonly word: number })[]>()
  words.forEach(({ terms, calledToo: ways }, word) => {
    for (const term of terms) if (!wordByTerm.has(term)) wordByTerm.set(term, word)
    for (const way of ways) {
      const begin = way.terms[0] ?? ''
      calledToo.set(begin, [...(calledToo.get(begin) ?? []), { ...way, word }])
    }
  })
  return (text, lang) => {
    const tokens: Token[] = []
    eachToken(text, (start, end) => {
      const analysed = analyse(text.slice(start, end), lang)
      tokens.push({ start, end, analysed })
    })
    return tokens.flatMap(({ start, end, analysed }, at): readonly Match[] => {
      let word = wordByTerm.get(analysed.term)
      for (const other of analysed.also) word ??= wordByTerm.get(other.term)
      word ??= beginnings.find(({ beginning }) => analysed.surface.startsWith(beginning))?.word
      if (word !== undefined) return isWorthMarking(words[word]?.word, analysed) ? [{ word, start, end }] : []
      return (calledToo.get(analysed.term) ?? []).flatMap((way): readonly Match[] => {
        const last = endOfWay(tokens, at, way.terms)
        return last === null ? [] : [{ word: way.word, start, end: last, concept: way.concept }]
      })
    })
  }
}

type Token = { readonly start: number; readonly end: number; readonly analysed: Analysed }

/** Where terms that stand side by side from a token on end, small words between them passed over. */
function endOfWay(tokens: readonly Token[], from: number, terms: readonly string[]): number | null {
  let at = from
  let end = null
  for (const term of terms) {
    while (tokens[at]?.analysed.stop && tokens[at]?.analysed.term !== term) at += 1
    const token = tokens[at]
    if (token?.analysed.term !== term) return null
    end = token.end
    at += 1
  }
  return end
}

function isWorthMarking(word: QueryWord | undefined, found: Analysed): boolean {
  if (!word) return false
  // One letter is only completed, never inflected: the stem of "l" is no reason to mark "le".
  if (word.surface.length === 1) return word.required && found.surface.startsWith(word.surface)
  return word.required || !found.stop
}
