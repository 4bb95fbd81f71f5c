import type { Inline, Mark } from '../rich-text/document.ts'
import { normalInlines } from '../rich-text/normal-document.ts'

/** What stands in a text besides its words, and is carried through a translation by number. */
export type Code =
  | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'citation'; readonly record: string }

/** A text as translators' tools hold it: words, codes around words, codes that stand alone. */
export type Coded = readonly CodedPart[]

/** One part of a coded text; a code with `content` stands around it. */
export type CodedPart = string | { readonly id: string; readonly content: Coded | null }

/** Codes by the numbers they have in a text. */
export type Codes = ReadonlyMap<string, Code>

/** What makes a translated text no translation of its source. */
export type CodeProblem = { readonly code: 'unknown-code' | 'missing-code' | 'repeated-code'; readonly id: string }

/** Numbers the codes of a text from 1. Where codes are known from the source, equal ones have its numbers. */
export function toCoded(content: readonly Inline[], known: Codes = new Map()): { coded: Coded; codes: Codes } {
  const codes = new Map<string, Code>()
  const numberOf = (code: Code): string => {
    const same = [...known].find(([id, other]) => !codes.has(id) && isSameCode(other, code))
    let next = codes.size + 1
    while (codes.has(String(next)) || known.has(String(next))) next += 1
    const id = same?.[0] ?? String(next)
    codes.set(id, code)
    return id
  }
  const partsOf = (inlines: readonly Inline[]): Coded =>
    inlines.map((inline): CodedPart => {
      if (inline.kind === 'text') {
        if (inline.marks.length === 0) return inline.text
        return { id: numberOf({ kind: 'marks', marks: inline.marks }), content: [inline.text] }
      }
      if (inline.kind === 'link') {
        const id = numberOf({ kind: 'link', url: inline.url })
        return { id, content: partsOf(inline.content) }
      }
      return { id: numberOf(inline), content: null }
    })
  return { coded: partsOf(content), codes }
}

/**
 * A translated text with the codes of its source put back.
 *
 * Marks, links and line breaks may be left out (that is the translator's to judge); a citation or a note that is gone,
 * a code twice, or one that the source does not have is refused: evidence must not get lost on the way.
 *
 * @param offered the text as it went out, which says what must come back
 */
export function fromCoded(
  coded: Coded,
  codes: Codes,
  offered: Coded,
): { readonly ok: true; readonly content: readonly Inline[] } | { readonly ok: false; readonly problem: CodeProblem } {
  const used = new Set<string>()
  let problem: CodeProblem | undefined
  const read = (parts: Coded, marks: readonly Mark[]): readonly Inline[] =>
    parts.flatMap((part): readonly Inline[] => {
      if (typeof part === 'string') return [{ kind: 'text', text: part, marks }]
      const code = codes.get(part.id)
      if (!code) problem ??= { code: 'unknown-code', id: part.id }
      else if (used.has(part.id)) problem ??= { code: 'repeated-code', id: part.id }
      used.add(part.id)
      const inside = part.content ?? []
      if (code?.kind === 'marks') return read(inside, [...marks, ...code.marks])
      if (code?.kind === 'link') return [{ kind: 'link', url: code.url, content: read(inside, marks) }]
      return [...(code ? [code] : []), ...read(inside, marks)]
    })
  const content = normalInlines(read(coded, []))
  const missing = idsIn(offered).find((id) => isEvidence(codes.get(id)) && !used.has(id))
  if (missing !== undefined) problem ??= { code: 'missing-code', id: missing }
  return problem ? { ok: false, problem } : { ok: true, content }
}

function isEvidence(code: Code | undefined): boolean {
  return code?.kind === 'citation' || code?.kind === 'note'
}

function idsIn(coded: Coded): readonly string[] {
  return coded.flatMap((part) => (typeof part === 'string' ? [] : [part.id, ...idsIn(part.content ?? [])]))
}

/** The words of a coded text. */
export function codedText(coded: Coded): string {
  return coded.map((part) => (typeof part === 'string' ? part : codedText(part.content ?? []))).join('')
}

/** Notes are compared without their words, which are translated by themselves. */
function isSameCode(one: Code, other: Code): boolean {
  if (one.kind === 'note' || other.kind === 'note') return one.kind === other.kind
  return JSON.stringify(one) === JSON.stringify(other)
}
