import { richState } from '../../../src/core/history/project.ts'
import { makeChange } from '../../../src/core/history/steps.ts'
import type { FieldStep, MergeReport } from '../../../src/core/model/view.ts'
import type { Outcome } from '../../../src/core/problem.ts'
import { clientIdOf } from '../../../src/core/rich-text/client-id.ts'
import { MARKS, type RichDocument, type TextBlock, TEXT_BLOCK_KINDS } from '../../../src/core/rich-text/document.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { deleteText, insertText, setBlockKind } from '../../../src/core/rich-text/text-steps.ts'
import { rewriteDocument } from '../../../src/core/rich-text/write-document.ts'
import { mergeStores } from '../../../src/engine/merge-stores.ts'
import type { Random } from '../support/random.ts'
import { type Act, type History, TEN_YEARS } from './history.ts'
import type { MemoryStore } from './memory-store.ts'
import { clockFrom, emptyStore, type Made, openCopy, type Person, portsOf } from './person.ts'

/** A piece of text that somebody typed; each of its characters is typed nowhere else in the history. */
export type Typed = { readonly text: string; readonly change: string; readonly subject: string }

/** Everything that came of a history. */
export type Played = {
  readonly people: readonly Person[]
  readonly made: readonly Made[]
  readonly typed: readonly Typed[]
  /** Text that some merge told its person it had dropped. */
  readonly swallowed: Set<string>
  /** Every actor that was ever drawn. */
  readonly actors: readonly string[]
}

/** The first of the characters that are typed: there are more of these than a history has letters. */
const FIRST_LETTER = 0x4e00
const KINDS = ['case-study', 'lesson', 'innovation', 'brief'] as const
const LOCALES = ['fr', 'en'] as const
const CODES = ['5', '6.1', '13'] as const
const MOST_PEOPLE = 8

/** Plays a history, act by act. */
export function playHistory(history: History, random: Random): Played {
  return new Players(history, random).play()
}

class Players {
  private readonly people: Person[] = []
  private readonly made: Made[] = []
  private readonly typed: Typed[] = []
  private readonly swallowed = new Set<string>()
  private readonly actors: string[] = []
  private readonly history: History
  private readonly random: Random
  private letters = 0

  constructor(history: History, random: Random) {
    this.history = history
    this.random = random
  }

  play(): Played {
    this.begin()
    for (const act of this.history.acts) this.act(act)
    const { people, made, typed, swallowed, actors } = this
    return { people, made, typed, swallowed, actors }
  }

  /** One person makes a workspace with two records, and everybody gets a copy of the file. */
  private begin(): void {
    const [first = { start: 0, step: 1 }] = this.history.clocks
    const clock = clockFrom(first)
    const ports = portsOf(this.random, clock)
    const maker = this.join(openCopy({ name: 'p0', ports, clock, kept: [] }, emptyStore(ports), this.notice))
    for (const kind of KINDS.slice(0, 2)) must(maker.workspace.create(kind, 'fr'))
    for (const [index, setting] of this.history.clocks.entries()) {
      if (index > 0) this.copy(maker, `p${index}`, setting)
    }
  }

  private readonly notice = (made: Made): void => {
    this.made.push(made)
  }

  private join(person: Person): Person {
    this.people.push(person)
    this.actors.push(person.workspace.clock.actor)
    return person
  }

  private copy(from: Person, name: string, setting: { readonly start: number; readonly step: number }): void {
    const clock = clockFrom(setting)
    this.join(openCopy({ name, ports: portsOf(this.random, clock), clock, kept: [] }, from.store, this.notice))
  }

  private word(length: number): string {
    const text = Array.from({ length }, (_, index) => String.fromCodePoint(FIRST_LETTER + this.letters + index)).join(
      '',
    )
    this.letters += length
    return text
  }

  private act({ do: what, who, record, place }: Act): void {
    const person = this.people[who % this.people.length]
    if (!person) return
    const { store, workspace } = person
    const subjects = store.subjects().filter((each) => each.kind !== 'survey')
    const { subject: id = '', kind = '' } = subjects[record % subjects.length] ?? {}
    const other = this.people[(who + 1 + (place % Math.max(1, this.people.length - 1))) % this.people.length] ?? person
    const locale = LOCALES[place % 2] ?? 'fr'
    switch (what) {
      case 'title':
      case 'summary': {
        const field = what === 'summary' && kind === 'brief' ? 'question' : what
        return this.type(id, [this.word(2)], (text) =>
          this.change(person, id, { op: 'set', field, locale, value: text }),
        )
      }
      case 'choice': {
        if (kind === 'brief') return
        const value = ['draft', 'in-review', 'validated', null][place % 4] ?? null
        return this.change(person, id, { op: 'set', field: 'state', value })
      }
      case 'tag':
        if (kind === 'brief') return this.change(person, id, { op: 'add', field: 'records', value: `r${place % 3}` })
        return this.change(person, id, {
          op: 'add',
          field: 'sdgs',
          value: { code: CODES[place % 3] ?? '5', strength: place % 2 ? 'principal' : 'mentioned' },
        })
      case 'untag':
        if (kind === 'brief') return this.change(person, id, { op: 'remove', field: 'records', key: `r${place % 3}` })
        return this.change(person, id, { op: 'remove', field: 'sdgs', key: CODES[place % 3] ?? '5' })
      case 'figure':
        if (kind === 'brief') return
        return this.type(id, [this.word(1)], (what) =>
          this.change(person, id, { op: 'add', field: 'figures', value: { key: `f${place % 2}`, value: place, what } }),
        )
      case 'create':
        must(workspace.create(KINDS[place % KINDS.length] ?? 'lesson', 'fr'))
        return
      case 'delete':
        must(workspace.remove([id]))
        return
      case 'restore':
        must(workspace.restore([id]))
        return
      case 'undo':
        workspace.undo()
        return
      case 'redo':
        workspace.redo()
        return
      case 'strange':
        return this.strange(person, id, kind, place)
      case 'meet':
        return this.merge(person, [other.store])
      case 'meet-older': {
        const older = other.kept[place % Math.max(1, other.kept.length)]
        return older && this.merge(person, [older, ...(place % 3 === 0 ? [other.store] : [])])
      }
      case 'meet-part':
        return this.merge(person, [other.store.part((index) => (index * 7 + place) % 3 !== 0)])
      case 'keep':
        person.kept.push(store.copy())
        return
      case 'copy':
        if (this.people.length < MOST_PEOPLE)
          this.copy(person, `p${this.people.length}`, { start: person.clock.now, step: place % 2 ? 0 : 1_000 })
        return
      case 'reopen': {
        const again = openCopy(person, store, this.notice)
        this.people[this.people.indexOf(person)] = again
        this.actors.push(again.workspace.clock.actor)
        return
      }
      case 'clock':
        person.clock.now += place % 2 ? -(place * 1_000) : Math.round((place / 10_000 - 0.5) * 2 * TEN_YEARS)
        return
      default:
        return this.write(person, id, kind, what, place)
    }
  }

  /** Writes in a rich text: the kinds of step that the command line, an import and the editor take. */
  private write(person: Person, id: string, kind: string, what: Act['do'], place: number): void {
    const field = kind === 'brief' ? 'narrative' : 'body'
    const subject = person.workspace.subject(id)
    if (!subject) return
    const state = richState(subject, field, 'fr')
    const document = readDocument(state)
    const length = plainText(document).length
    const client = clientIdOf(person.workspace.clock.next())
    const at = place % (length + 1)
    const blocks = document.blocks.length
    const edit = (update: Uint8Array | null): void => {
      if (update) this.change(person, id, { op: 'edit', field, locale: 'fr', update })
    }
    switch (what) {
      case 'type':
        return this.type(id, [this.word(3)], (text) => edit(must(insertText(state, at, text, client))))
      case 'type-lines':
        return this.type(id, [this.word(2), this.word(1), this.word(2)], (text) =>
          edit(must(insertText(state, at, text, client))),
        )
      case 'erase':
        if (length > 0) edit(must(deleteText(state, at, Math.min(1 + (place % 7), length - at), client)))
        return
      case 'block': {
        const wanted = TEXT_BLOCK_KINDS[place % TEXT_BLOCK_KINDS.length] ?? 'quote'
        if (blocks > 0) edit(must(setBlockKind(state, place % blocks, wanted, client)))
        return
      }
      case 'list':
        return edit(rewriteDocument(state, asList(document), client))
      case 'link':
        return edit(rewriteDocument(state, withLink(document, place), client))
      default:
        throw new Error(`nobody knows how to ${what}`)
    }
  }

  private type(subject: string, words: readonly string[], act: (text: string) => void): void {
    const before = this.made.length
    act(words.join('\n'))
    const change = this.made[before]?.change.id
    if (change === undefined) return
    for (const text of words) this.typed.push({ text, change, subject })
  }

  private change(person: Person, id: string, step: FieldStep): void {
    must(person.workspace.change(id, [step]))
  }

  /** Somebody has a newer version, whose operations, fields and kinds nobody else understands. */
  private strange(person: Person, id: string, kind: string, place: number): void {
    const { workspace } = person
    const acting = workspace.acting()
    const value = { text: this.word(1), place }
    const seen = [...person.arrived.keys()].slice(-2)
    const strange: readonly [Parameters<typeof makeChange>[0], Parameters<typeof makeChange>[1]][] = [
      [
        { id, kind },
        { field: 'title', locale: 'fr', op: 'transpose', value, replaces: seen },
      ],
      [
        { id, kind },
        { field: 'mood', locale: '', op: 'set', value, replaces: [] },
      ],
      [
        { id: `survey${place % 3}`, kind: 'survey' },
        { field: 'answers', locale: 'wo', op: 'set', value, replaces: [] },
      ],
      [
        { id, kind },
        { field: 'body', locale: 'fr', op: 'edit', value: this.random.bytes(1 + (place % 9)), replaces: [] },
      ],
    ]
    const [target, what] = strange[place % strange.length] ?? strange[0] ?? []
    if (target && what) workspace.absorb([makeChange(target, what, acting)], 'import')
  }

  private merge(into: Person, from: readonly MemoryStore[]): void {
    tell(this.swallowed, mergeInto(into, from))
  }
}

/** Merges copies into somebody's open copy, as the engine does; answers with the report. */
export function mergeInto(into: Person, from: readonly MemoryStore[]): MergeReport {
  const others = from.map((store, index) => ({ store, path: `copy ${index}` }))
  return must(mergeStores(into.workspace, others, { dryRun: false }))
}

/** Notes what a report says was swallowed. */
export function tell(swallowed: Set<string>, report: MergeReport): void {
  for (const { text } of report.swallowed) for (const letter of text) swallowed.add(letter)
}

/** The value of a good answer. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
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
