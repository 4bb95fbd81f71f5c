import type { Card } from '../model/card.ts'
import type { Source } from '../model/elements.ts'
import type { Lang } from '../model/lang.ts'
import { oneLine, textInlines } from './text-inlines.ts'
import type { ComposedInline } from './composition.ts'
import type { BriefLookups, BriefWords, EvidenceRecord } from './content.ts'
import { safeUrl } from './safe-url.ts'
import { pickText } from './versions.ts'

/** What the parts of a brief need to describe a record: the language, the names and the words. */
export type Describer = { readonly lang: Lang; readonly lookups: BriefLookups; readonly words: BriefWords }

/** A record's title in the language of the brief, else in its own, marked with its language where that differs. */
export function titleInlines(card: Card, { lang, words }: Describer): readonly ComposedInline[] {
  const picked = pickText(card.titles, lang, card.lang)
  if (!picked) return textInlines(words('untitled'))
  return textInlines(oneLine(picked.value), picked.lang === lang ? undefined : picked.lang)
}

/** A record's title as plain text, for checks. */
export function titleText(card: Card, { lang, words }: Describer): string {
  return oneLine(pickText(card.titles, lang, card.lang)?.value ?? words('untitled'))
}

/** Where it happened: "Kaffrine (Senegal)", "Senegal, Mali", or null. */
export function placeWords(card: Card, { lang, lookups }: Describer): string | null {
  const places = card.places.join(', ')
  const countries = card.countries.map((code) => lookups.countryName(code, lang)).join(', ')
  if (places === '') return countries === '' ? null : countries
  return countries === '' ? places : `${places} (${countries})`
}

/** What a reader must know about a record before trusting it: illustrative, contested, not validated yet. */
function tagWords({ card }: EvidenceRecord, { words }: Describer): readonly string[] {
  return [
    ...(card.illustrative ? [words('tag.illustrative')] : []),
    ...(card.contested > 0 ? [words('tag.contested')] : []),
  ]
}

/** Tags as inlines, each after a space. */
export function tagInlines(evidence: EvidenceRecord, describer: Describer): readonly ComposedInline[] {
  return tagWords(evidence, describer).flatMap((text): readonly ComposedInline[] => [
    { kind: 'text', text: ' ', marks: [] },
    { kind: 'tag', text },
  ])
}

/** Where a record's content comes from, as one line: author, title, publisher, year, pages, address. */
export function sourceInlines(source: Source, { words }: Describer): readonly ComposedInline[] {
  const url = source.url === undefined ? null : safeUrl(source.url)
  const pieces: (readonly ComposedInline[])[] = [
    plain(source.author),
    plain(source.title, ['italic']),
    plain(source.publisher),
    plain(source.year === undefined ? undefined : String(source.year)),
    plain(source.pages === undefined ? undefined : pagesWords(source.pages, words)),
    url === null ? plain(source.url) : [{ kind: 'link', url, content: textInlines(url) }],
  ]
  return joined(
    pieces.filter((piece) => piece.length > 0),
    ', ',
  )
}

/** Pieces of a line with a separator between them. */
export function joined(pieces: readonly (readonly ComposedInline[])[], separator: string): readonly ComposedInline[] {
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [...textInlines(separator), ...piece]))
}

function plain(text: string | undefined, marks: readonly 'italic'[] = []): readonly ComposedInline[] {
  const line = oneLine(text ?? '')
  return line === '' ? [] : textInlines(line, undefined, marks)
}

function pagesWords(pages: string, words: BriefWords): string {
  const several = /\d\s*[-–—,;]\s*\d/.test(pages)
  return words('source.pages', { count: several ? 2 : 1, pages: pages.trim() })
}
