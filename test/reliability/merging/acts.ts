import { richState } from '../../../src/core/history/project.ts'
import { makeChange } from '../../../src/core/history/steps.ts'
import type { FieldStep } from '../../../src/core/model/view.ts'
import { clientIdOf } from '../../../src/core/rich-text/client-id.ts'
import { MARKS, type RichDocument, type TextBlock, TEXT_BLOCK_KINDS } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { deleteText, insertText, setBlockKind } from '../../../src/core/rich-text/text-steps.ts'
import { rewriteDocument } from '../../../src/core/rich-text/write-document.ts'
import { join } from '../../../src/engine/joins.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { must } from '../../support/engine.ts'
import type { Random } from '../support/random.ts'
import type { Act } from './history.ts'

/** Hands out text of which no character was handed out before. */
export type Words = (length: number) => string

/** The kinds of thing that people make. */
export const KINDS = ['case-study', 'lesson', 'innovation', 'brief'] as const
const LOCALES = ['fr', 'en'] as const
const CODES = ['5', '6.1', '13'] as const
const STATES = ['draft', 'in-review', 'validated', null] as const
/** The first of the characters that are typed: there are more of these than a history has letters. */
const FIRST_LETTER = 0x4e00

/** Starts handing out text. */
export function freshWords(): Words {
  let letters = 0
  return (length) => {
    const text = Array.from({ length }, (_, index) => String.fromCodePoint(FIRST_LETTER + letters + index)).join('')
    letters += length
    return text
  }
}

/** What was typed in an act, each piece on a line of its own, and the record it went to. */
export type Writing = { readonly pieces: readonly string[]; readonly subject: string }

/**
 * Does one thing in a workspace, as a person, an import or a newer version would; answers what was typed. Undefined where
 * nothing was, or where the act is none of one person alone.
 */
export function doAct(
  workspace: Workspace,
  { do: what, record, place }: Act,
  words: Words,
  random: Random,
): Writing | undefined {
  const subjects = workspace.store.subjects().filter(({ kind }) => KINDS.some((known) => known === kind))
  const { subject: id = '', kind = '' } = subjects[record % subjects.length] ?? {}
  const isBrief = kind === 'brief'
  const take = (step: FieldStep): void => {
    must(workspace.change(id, [step]))
  }
  const typed = (pieces: readonly string[]): Writing => ({ pieces, subject: id })
  switch (what) {
    case 'title':
    case 'summary': {
      const text = words(2)
      const field = what === 'summary' && isBrief ? 'question' : what
      take({ op: 'set', field, locale: LOCALES[place % 2] ?? 'fr', value: text })
      return typed([text])
    }
    case 'choice':
      if (!isBrief) take({ op: 'set', field: 'state', value: STATES[place % 4] ?? null })
      return
    case 'tag':
      if (isBrief) take({ op: 'add', field: 'records', value: `r${place % 3}` })
      else take({ op: 'add', field: 'sdgs', value: { code: codeOf(place), strength: strengthOf(place) } })
      return
    case 'untag':
      if (isBrief) take({ op: 'remove', field: 'records', key: `r${place % 3}` })
      else take({ op: 'remove', field: 'sdgs', key: codeOf(place) })
      return
    case 'figure': {
      if (isBrief) return
      const text = words(1)
      take({ op: 'add', field: 'figures', value: { key: `f${place % 2}`, value: place, what: text } })
      return typed([text])
    }
    case 'create':
      must(workspace.create(KINDS[place % KINDS.length] ?? 'lesson', 'fr'))
      return
    case 'delete':
      must(workspace.remove([id]))
      return
    case 'restore':
      must(workspace.restore([id]))
      return
    case 'join': {
      const twins = subjects.filter((other) => other.kind === kind && other.subject !== id)
      const twin = twins[place % Math.max(1, twins.length)]
      if (twin && !isBrief) join(workspace, id, twin.subject)
      return
    }
    case 'undo':
      workspace.undo()
      return
    case 'redo':
      workspace.redo()
      return
    case 'strange':
      workspace.absorb([strangeChange(workspace, id, kind, words(1), place, random)], 'import')
      return
    case 'type':
    case 'type-lines':
    case 'erase':
    case 'block':
    case 'list':
    case 'link':
      return typed(write(workspace, id, isBrief ? 'narrative' : 'body', what, place, words))
    default:
      return
  }
}

function codeOf(place: number): string {
  return CODES[place % 3] ?? '5'
}

function strengthOf(place: number): string {
  return place % 2 ? 'principal' : 'mentioned'
}

type TextAct = 'type' | 'type-lines' | 'erase' | 'block' | 'list' | 'link'

/** Writes in a rich text: the kinds of step that the command line, an import and the editor take. */
function write(
  workspace: Workspace,
  id: string,
  field: string,
  what: TextAct,
  place: number,
  words: Words,
): readonly string[] {
  const subject = workspace.subject(id)
  if (!subject) return []
  const state = richState(subject, field, 'fr')
  const document = readDocument(state)
  const length = plainText(document).length
  const client = clientIdOf(workspace.clock.next())
  const at = place % (length + 1)
  const edit = (update: Uint8Array | null): void => {
    if (update) must(workspace.change(id, [{ op: 'edit', field, locale: 'fr', update }]))
  }
  switch (what) {
    case 'type':
    case 'type-lines': {
      const pieces = what === 'type' ? [words(3)] : [words(2), words(1), words(2)]
      edit(must(insertText(state, at, pieces.join('\n'), client)))
      return pieces
    }
    case 'erase':
      if (length > 0) edit(must(deleteText(state, at, Math.min(1 + (place % 7), length - at), client)))
      return []
    case 'block': {
      const wanted = TEXT_BLOCK_KINDS[place % TEXT_BLOCK_KINDS.length] ?? 'quote'
      const blocks = document.blocks.length
      if (blocks > 0) edit(must(setBlockKind(state, place % blocks, wanted, client)))
      return []
    }
    case 'list':
      edit(rewriteDocument(state, asList(document), client))
      return []
    case 'link':
      edit(rewriteDocument(state, withLink(document, place), client))
      return []
  }
}

/** Somebody has a newer version, whose operations, fields and kinds nobody else understands; or a damaged text. */
function strangeChange(workspace: Workspace, id: string, kind: string, word: string, place: number, random: Random) {
  const value = { word, place }
  const acting = workspace.acting()
  const seen = workspace.store.changesOf(id).slice(-2)
  switch (place % 4) {
    case 0:
      return makeChange(
        { id, kind },
        { field: 'title', locale: 'fr', op: 'transpose', value, replaces: seen.map((change) => change.id) },
        acting,
      )
    case 1:
      return makeChange({ id, kind }, { field: 'mood', locale: '', op: 'set', value, replaces: [] }, acting)
    case 2: {
      const survey = { id: `survey${place % 3}`, kind: 'survey' }
      return makeChange(survey, { field: 'answers', locale: 'wo', op: 'set', value, replaces: [] }, acting)
    }
    default: {
      const bytes = random.bytes(1 + (place % 9))
      return makeChange({ id, kind }, { field: 'body', locale: 'fr', op: 'edit', value: bytes, replaces: [] }, acting)
    }
  }
}

function asList({ blocks }: RichDocument): RichDocument {
  return { blocks: blocks.map((block) => (block.kind === 'table' ? block : { ...block, kind: 'bullet', indent: 1 })) }
}

/** Puts the first text of one block behind a link: its letters become new ones in a new place. */
function withLink({ blocks }: RichDocument, place: number): RichDocument {
  const chosen = place % Math.max(1, blocks.length)
  return {
    blocks: blocks.map((block, index) => (block.kind === 'table' || index !== chosen ? block : linked(block, place))),
  }
}

function linked(block: TextBlock, place: number): TextBlock {
  const [first, ...rest] = block.content
  if (first?.kind !== 'text') return block
  const marked = { ...first, marks: MARKS.slice(0, place % 2) }
  return { ...block, content: [{ kind: 'link', url: 'https://example.org/', content: [marked] }, ...rest] }
}
