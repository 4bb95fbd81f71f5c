import type { MergeReport } from '../../../src/core/model/view.ts'
import { mergeStores } from '../../../src/engine/merge-stores.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { must } from '../../support/engine.ts'
import type { Random } from '../support/random.ts'
import { doAct, freshWords, KINDS, type Writing } from './acts.ts'
import { type Act, type ClockSetting, type History, TEN_YEARS } from './history.ts'
import type { MemoryStore } from './memory-store.ts'
import { clockFrom, emptyStore, type Made, openCopy, type Person, portsOf } from './person.ts'

/** A piece of text that somebody typed; each of its characters is typed nowhere else in the history. */
export type Typed = { readonly text: string; readonly change: string; readonly subject: string }

/** Everything that came of a history. */
export type Played = {
  readonly people: readonly Person[]
  readonly made: readonly Made[]
  readonly typed: readonly Typed[]
  /** Every character that some merge told its person it had dropped. */
  readonly swallowed: Set<string>
  /** Every actor that was ever drawn. */
  readonly actors: readonly string[]
}

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
  private readonly words = freshWords()
  private readonly history: History
  private readonly random: Random

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

  private copy(from: Person, name: string, setting: ClockSetting): void {
    const clock = clockFrom(setting)
    this.join(openCopy({ name, ports: portsOf(this.random, clock), clock, kept: [] }, from.store, this.notice))
  }

  private act(act: Act): void {
    const { who, place } = act
    const count = this.people.length
    const person = this.people[who % count]
    const other = this.people[(who + 1 + (place % Math.max(1, count - 1))) % count]
    if (!person || !other) return
    switch (act.do) {
      case 'meet':
        return this.merge(person, [other.store])
      case 'meet-older': {
        const older = other.kept[place % Math.max(1, other.kept.length)]
        if (older) this.merge(person, [older, ...(place % 3 === 0 ? [other.store] : [])])
        return
      }
      case 'meet-part':
        return this.merge(person, [other.store.part((index) => (index * 7 + place) % 3 !== 0)])
      case 'keep':
        person.kept.push(person.store.copy())
        return
      case 'copy':
        if (count < MOST_PEOPLE) this.copy(person, `p${count}`, { start: person.clock.now, step: (place % 2) * 1_000 })
        return
      case 'reopen': {
        const again = openCopy(person, person.store, this.notice)
        this.people[this.people.indexOf(person)] = again
        this.actors.push(again.workspace.clock.actor)
        return
      }
      case 'clock':
        person.clock.now += place % 2 ? -(place * 1_000) : Math.round((place / 10_000 - 0.5) * 2 * TEN_YEARS)
        return
      default:
        return this.alone(person, act)
    }
  }

  private alone({ workspace }: Person, act: Act): void {
    const before = this.made.length
    const writing = doAct(workspace, act, this.words, this.random)
    const change = this.made[before]?.change.id
    if (!writing || change === undefined) return
    this.mustShow(workspace, writing)
    for (const text of writing.pieces) this.typed.push({ text, change, subject: writing.subject })
  }

  /** Whoever types something sees it at once. */
  private mustShow({ store }: Workspace, { pieces, subject }: Writing): void {
    if (store.card(subject)?.deleted !== false) return
    const shown = [...store.texts(subject)].map(({ text }) => text).join('\n')
    const hidden = pieces.filter((text) => !shown.includes(text))
    if (hidden.length > 0) throw new Error(`what was just typed is not shown: ${hidden.join()}`)
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
