import { canonicalJson } from '../model/json.ts'
import type { Block, Inline, RichDocument, TextBlock } from '../rich-text/document.ts'
import { inlineText } from '../rich-text/plain-text.ts'
import { normalDocument } from '../rich-text/normal-document.ts'
import { alignBlocks } from './align.ts'
import { type Code, type Coded, type CodeProblem, type Codes, codedText, fromCoded, toCoded } from './coded-text.ts'
import { linesOf, noteContent, notesIn, type UnitKind, unitsOfBlock } from './units.ts'

/** A unit as it goes to a translator: its source, and what stands in its translation's place today. */
export type OfferedUnit = {
  readonly path: string
  readonly kind: UnitKind
  readonly source: Coded
  /** The translation there is, or the source again: tools offer nothing for an empty place. */
  readonly target: Coded
  readonly translated: boolean
  readonly codes: Codes
}

/** What became of a unit that came back. */
export type Fate = 'new' | 'changed' | 'kept' | CodeProblem

/** A translation with what came back in its place. */
export type Returned = {
  readonly document: RichDocument
  readonly fates: ReadonlyMap<string, Fate>
  /** Whether every unit is translated now. */
  readonly complete: boolean
}

/** The units of a source, each beside what stands for it in a translation that may have none, some or another form. */
export function offerUnits(source: RichDocument, target: RichDocument): readonly OfferedUnit[] {
  const aligned = alignBlocks(source.blocks, target.blocks)
  return source.blocks.flatMap((block, at) => {
    const place = aligned[at] ?? null
    const counterpart = place === null ? undefined : target.blocks[place]
    const there = new Map(counterpart ? placesIn(counterpart, String(at)) : [])
    return unitsOfBlock(block, String(at)).map(({ path, kind, content }) => offer(path, kind, content, there.get(path)))
  })
}

function offer(
  path: string,
  kind: UnitKind,
  source: readonly Inline[],
  target: readonly Inline[] | undefined,
): OfferedUnit {
  const { coded, codes } = toCoded(source)
  const isThere = target !== undefined && inlineText(target).trim() !== ''
  const there = isThere ? toCoded(target, codes) : { coded, codes }
  const translated = isThere && !isSame(target, source)
  return { path, kind, source: coded, target: there.coded, translated, codes: new Map([...codes, ...there.codes]) }
}

/**
 * Puts what came back into a translation, over what stood there when it went out. Units that came back as they went are
 * left alone, whatever was done to them here meanwhile; so are those that came back empty.
 */
export function takeReturned(
  source: RichDocument,
  target: RichDocument,
  returned: ReadonlyMap<string, Coded>,
): Returned {
  const fates = new Map<string, Fate>()
  const contents = new Map<string, readonly Inline[]>()
  // Notes first: the text they are anchored in carries them along.
  const notesFirst = offerUnits(source, target).toSorted(
    (a, b) => Number(b.kind === 'note') - Number(a.kind === 'note'),
  )
  for (const unit of notesFirst) {
    const coded = returned.get(unit.path)
    if (coded === undefined) continue
    const read = isUntouched(coded, unit) ? undefined : fromCoded(coded, withNotes(unit, contents), unit.target)
    if (read?.ok) contents.set(unit.path, read.content)
    fates.set(unit.path, !read ? 'kept' : !read.ok ? read.problem : unit.translated ? 'changed' : 'new')
  }
  const document = contents.size === 0 ? target : normalDocument(put(source, target, contents))
  const complete = offerUnits(source, document).every(
    ({ translated, source: words }) => translated || !hasLetters(words),
  )
  return { document, fates, complete }
}

/** A unit that comes back empty was passed over, as one that comes back as it went. */
function isUntouched(coded: Coded, { target }: OfferedUnit): boolean {
  return codedText(coded).trim() === '' || JSON.stringify(joined(coded)) === JSON.stringify(joined(target))
}

/** The codes of a unit, its notes in the words that came back for them. */
function withNotes({ path, codes }: OfferedUnit, contents: Contents): Codes {
  let note = -1
  const inOrder = [...codes].toSorted(([a], [b]) => Number(a) - Number(b))
  return new Map(
    inOrder.map(([id, code]): readonly [string, Code] => {
      if (code.kind !== 'note') return [id, code]
      note += 1
      const words = contents.get(`${path}n${note}`)
      return [id, words ? { ...code, text: inlineText(words) } : code]
    }),
  )
}

type Contents = ReadonlyMap<string, readonly Inline[]>

function put(source: RichDocument, target: RichDocument, contents: Contents): RichDocument {
  const aligned = alignBlocks(source.blocks, target.blocks)
  const isFirst = target.blocks.length === 0
  const after = new Map<number, Block[]>()
  const instead = new Map<number, Block>()
  let last = -1
  source.blocks.forEach((block, at) => {
    const place = aligned[at] ?? null
    const counterpart = place === null ? undefined : target.blocks[place]
    const own = new Map([...contents].filter(([path]) => blockOf(path) === at))
    if (place !== null && counterpart) {
      last = place
      if (own.size > 0) instead.set(place, filled(counterpart, String(at), own))
      // A note or a cell that the counterpart has no place for comes in beside it, in the form of the source.
      for (const [path, content] of placesIn(counterpart, String(at))) {
        for (const text of notesIn(own.get(path) ?? content)) dropNote(own, path, text)
        own.delete(path)
      }
    }
    // A translation that is only begun stands on its source, so that what is missing is seen and not lost.
    if (own.size > 0 || (isFirst && place === null))
      after.set(last, [...(after.get(last) ?? []), filled(block, String(at), own)])
  })
  const blocks = target.blocks.flatMap((block, at) => [instead.get(at) ?? block, ...(after.get(at) ?? [])])
  return { blocks: [...(after.get(-1) ?? []), ...blocks] }
}

/** A note that stands in a text already needs no place of its own any more. */
function dropNote(contents: Map<string, readonly Inline[]>, path: string, text: string): void {
  for (const [note, words] of contents)
    if (note.startsWith(`${path}n`) && inlineText(words) === text) contents.delete(note)
}

function blockOf(path: string): number {
  return Number.parseInt(path, 10)
}

/** A block with the contents that came back for it, by path. */
function filled(block: Block, path: string, contents: Contents): Block {
  if (block.kind !== 'table') return filledLine(block, path, contents)
  const rows = block.rows.map(({ cells }, row) => ({
    cells: cells.map((lines, cell) =>
      lines.map((line, at) => filledLine(line, `${path}.${row}.${cell}.${at}`, contents)),
    ),
  }))
  return { ...block, rows }
}

function filledLine(line: TextBlock, path: string, contents: Contents): TextBlock {
  const returned = contents.get(path)
  if (returned) return { ...line, content: returned }
  let note = -1
  const renewed = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((inline) => {
      if (inline.kind === 'link') return { ...inline, content: renewed(inline.content) }
      if (inline.kind !== 'note') return inline
      note += 1
      const words = contents.get(`${path}n${note}`)
      return words ? { ...inline, text: inlineText(words) } : inline
    })
  return { ...line, content: renewed(line.content) }
}

/** The contents of a block by the paths that a block at `path` of the source would give them. */
function placesIn(block: Block, path: string): readonly (readonly [string, readonly Inline[]])[] {
  const lines = block.kind === 'table' ? linesOf(block, path) : ([[path, block]] as const)
  return lines.flatMap(([at, { content }]) => [
    [at, content] as const,
    ...notesIn(content).map((text, index) => [`${at}n${index}`, noteContent(text)] as const),
  ])
}

/** Neighbouring words are one, however a tool cut them. */
function joined(coded: Coded): Coded {
  const parts: (typeof coded)[number][] = []
  for (const part of coded) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '')
      parts.push(typeof part === 'string' || !part.content ? part : { ...part, content: joined(part.content) })
  }
  return parts
}

function isSame(one: readonly Inline[], other: readonly Inline[]): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

function hasLetters(coded: Coded): boolean {
  return /\p{L}/u.test(codedText(coded))
}
