import { createHash } from 'node:crypto'
import { ContentString, decodeUpdate, Item } from 'yjs'
import { project, richState } from '../../../src/core/history/project.ts'
import { inOrder, settle } from '../../../src/core/history/settle.ts'
import type { Change } from '../../../src/core/history/change.ts'
import { fromStamp } from '../../../src/core/history/stamp.ts'
import { canonicalJson, isJsonObject } from '../../../src/core/model/json.ts'
import type { MergeReport } from '../../../src/core/model/view.ts'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { stateOf } from '../../../src/core/rich-text/seed.ts'
import type { Store } from '../../../src/core/store.ts'
import { dumpStore } from '../../../src/engine/answers/dump.ts'
import { authorOf } from '../../../src/engine/working-set.ts'
import type { Random } from '../support/random.ts'
import { openCopy, type Person } from './person.ts'
import { mergeInto, type Played, tell, type Typed } from './play.ts'

/** Laws that take as long to try as all the others are tried on a share of the histories. */
const DEARER_PERCENT = 40

/** A law of merging that a history breaks; the message says which and how. */
class Broken extends Error {}

function hold(law: string, isHeld: boolean, detail: () => string): void {
  if (!isHeld) throw new Broken(`${law}: ${detail()}`)
}

/**
 * Holds what came of a history to every law of merging; brings all copies together on the way.
 *
 * @returns how many characters are in no version of the merged text, and only in the log; and how many changes a deletion
 *   took along that lay in a hole of its author's copy
 * @throws Broken with the first law that does not hold
 */
export function holdToLaws(
  played: Played,
  random: Random,
): { readonly onlyInTheLog: number; readonly inHoles: number } {
  actorsAreNeverReused(played)
  stampsFollowWhatWasSeen(played)
  if (random.chance(DEARER_PERCENT)) mergingIsCommutative(played, random)
  const whole = everybodyMeets(played, random)
  unionKeepsEverything(played, whole)
  if (random.chance(DEARER_PERCENT)) projectionsAreThoseOfTheLog(whole, random)
  nothingIsReplacedUnseen(played, whole)
  const inHoles = editsSurviveDeletionsThatDidNotSeeThem(played, whole)
  return { onlyInTheLog: everythingTypedIsReachable(played, whole), inHoles }
}

/** Each opening has an actor of its own, and no stamp is handed out twice. */
function actorsAreNeverReused({ actors, made }: Played): void {
  hold('actors are never reused', new Set(actors).size === actors.length, () => actors.join(' '))
  const makers = new Map<string, Person>()
  const ids = new Set<string>()
  for (const { change, by } of made) {
    const actor = fromStamp(change.id)?.actor ?? ''
    hold('an actor is one person’s', (makers.get(actor) ?? by) === by, () => change.id)
    makers.set(actor, by)
    hold('a stamp names one change', !ids.has(change.id), () => change.id)
    ids.add(change.id)
  }
}

/** What was done having seen something sorts after it, whatever the clocks say. */
function stampsFollowWhatWasSeen({ made }: Played): void {
  for (const { change, latestSeen } of made)
    hold('a change sorts after what its author had seen', change.id > latestSeen, () => `${change.id} ${latestSeen}`)
}

/** a + b = b + a, with the same report of what was swallowed, and each brings exactly what the other lacks. */
function mergingIsCommutative({ people, swallowed }: Played, random: Random): void {
  const [a, b] = [random.pick(people), random.pick(people)]
  const [ab, ba] = [aside(a), aside(b)]
  const lacking = a.store.missing(b.store.changeIds()).length
  const one = mergeInto(ab, [b.store])
  const other = mergeInto(ba, [a.store])
  tell(swallowed, one)
  hold('a merge brings exactly what is missing', one.changes === lacking, () => `${one.changes} of ${lacking}`)
  hold('merging is commutative', contentOf(ab.store) === contentOf(ba.store), () => `${a.name} ${b.name}`)
  hold('both sides are told of the same loss', lossOf(one) === lossOf(other), () => `${lossOf(one)} / ${lossOf(other)}`)
  const again = mergeInto(ab, [b.store, a.store, ba.store])
  hold('merging is idempotent', again.unchanged && again.changes === 0, () => `${again.changes} changes`)
}

function lossOf({ swallowed }: MergeReport): string {
  return swallowed
    .map((loss) => canonicalJson({ ...loss }))
    .sort()
    .join()
}

/** A copy of somebody's copy, to try things on. */
function aside(person: Person): Person {
  return openCopy(person, person.store, () => undefined)
}

/** All meet in some order and grouping, and everybody ends with the same. Answers one of the copies. */
function everybodyMeets({ people, swallowed }: Played, random: Random): Store {
  const order = shuffled(people, random)
  const groups = random.chance(50)
  const collected = order.reduceRight<Person | undefined>((hub, person, index) => {
    if (hub === undefined) return person
    const into = groups && index % 2 === 0 ? hub : person
    const from = into === hub ? person : hub
    tell(swallowed, mergeInto(into, [from.store]))
    return into
  }, undefined)
  const hub = collected ?? order[0]
  if (!hub) throw new Error('nobody there')
  const witness = random.below(order.length)
  for (const [index, person] of order.entries()) {
    tell(swallowed, mergeInto(person, [hub.store, ...(random.chance(20) ? [random.pick(people).store] : [])]))
    const content = index === witness ? contentOf : listsOf
    const agree = content(person.store) === content(hub.store)
    hold('merging is associative and converges', agree, () => person.name)
  }
  return hub.store
}

/** Everything two copies must agree in: the log, what people see of it, and what lists and search read. */
function contentOf(store: Store): string {
  const dump = dumpStore(store, (text) => createHash('sha256').update(text).digest('hex'))
  return `${dump}\n${listsOf(store)}`
}

/** Which changes there are, and what lists and search read. */
function listsOf(store: Store): string {
  const ids = store.subjects().map(({ subject }) => subject)
  const lists = ids.sort().map((id) => JSON.stringify([store.card(id), textsOf(store, id)]))
  return [...store.changeIds()].sort().concat(lists).join('\n')
}

function textsOf(store: Store, id: string) {
  return [...store.texts(id)].map((text) => JSON.stringify(text)).sort()
}

/** Every change that was ever made is there, as it was made, known or not. */
function unionKeepsEverything({ made }: Played, whole: Store): void {
  hold('the union has every change', whole.changeCount() === made.length, () => `${whole.changeCount()}/${made.length}`)
  const kept = new Map([...whole.changes()].map((change) => [change.id, change]))
  for (const { change } of made)
    hold('a change comes out as it went in', kept.get(change.id) === change, () => JSON.stringify(change))
}

/** What grew merge by merge is what the log says, in whatever order the log is read. */
function projectionsAreThoseOfTheLog(store: Store, random: Random): void {
  for (const { subject: id } of store.subjects()) {
    const changes = shuffled(store.changesOf(id), random)
    const subject = settle(changes)
    const fresh = project(subject, authorOf(changes))
    const [was, is] = [fresh.card, store.card(id) ?? null].map((card) => canonicalJson(card && { ...card }))
    hold('projections are those of the log', was === is, () => `${is} / ${was}`)
    for (const [key, edits] of subject.edits) {
      if (edits.length < 2) continue
      const [field = '', locale = ''] = key.split(':')
      const updates = edits.flatMap(({ value }) => (isReadable(id, field, locale, value) ? [value] : []))
      const other = plainText(
        readDocument(stateOf(id, field, locale, [...shuffled(updates, random), ...updates.slice(0, 1)])),
      )
      const one = plainText(readDocument(richState(subject, field, locale)))
      hold('a text is the same in whatever order its edits come', one === other, () => `${one} / ${other}`)
    }
  }
}

function isReadable(id: string, field: string, locale: string, value: Change['value']): value is Uint8Array {
  if (!(value instanceof Uint8Array)) return false
  try {
    stateOf(id, field, locale, [value])
    return true
  } catch {
    return false
  }
}

/** A value is only ever replaced by somebody who had seen it; until then it stands, contested if need be. */
function nothingIsReplacedUnseen({ made }: Played, whole: Store): void {
  const replaced = new Set<string>()
  for (const { change, by, at } of made) {
    if (!['set', 'add', 'remove', 'edit'].includes(change.op)) continue
    for (const id of change.replaces) {
      replaced.add(id)
      const seen = by.arrived.get(id)
      hold('nobody replaces what they have not seen', seen !== undefined && seen < at, () => `${change.id} ${id}`)
    }
  }
  for (const { subject: id } of whole.subjects()) {
    const subject = settle(whole.changesOf(id))
    const shown = [...subject.values.values(), ...[...subject.sets.values()].flat()].flatMap(({ open }) => open)
    const open = new Set(shown.map((entry) => entry.id))
    const due = whole.changesOf(id).filter(({ op, id }) => (op === 'set' || op === 'add') && !replaced.has(id))
    hold(
      'what nobody has replaced stands open',
      due.length === open.size && due.every((change) => open.has(change.id)),
      () => id,
    )
  }
}

/**
 * Whatever stays deleted was seen by somebody who deleted it, or lay in a hole of their copy: a copy that was salvaged of a
 * damaged file may hold an actor's later change and not an earlier one, and a deletion names the last of each actor.
 * Answers how many changes lay in such holes.
 */
function editsSurviveDeletionsThatDidNotSeeThem({ made }: Played, whole: Store): number {
  let inHoles = 0
  const deletions = Map.groupBy(
    made.filter(
      ({ change }) =>
        isJsonObject(change.value as never) &&
        change.field === 'lifecycle' &&
        canonicalJson(change.value as never).includes('"deleted"'),
    ),
    ({ change }) => change.subject,
  )
  for (const { subject: id } of whole.subjects()) {
    const changes = whole.changesOf(id)
    if (!settle(changes).deleted) continue
    for (const change of changes) {
      if (change.field === 'lifecycle') continue
      const by = deletions.get(id) ?? []
      if (by.some((deletion) => hadSeen(deletion, change.id))) continue
      const actor = fromStamp(change.id)?.actor
      const later = changes.filter((other) => other.id > change.id && fromStamp(other.id)?.actor === actor)
      const isInHole = by.some((deletion) => later.some((other) => hadSeen(deletion, other.id)))
      hold('an edit that no deletion has seen keeps the record', isInHole, () => change.id)
      inHoles += 1
    }
  }
  return inHoles
}

/** Whether a change had reached the copy of whoever made another one by then. */
function hadSeen({ by, at }: Played['made'][number], change: string): boolean {
  return (by.arrived.get(change) ?? at) < at
}

/**
 * Every character is there today, or was told to be swallowed, or stands in the version in which it was typed, or at least
 * in the change itself: what its author erased again, having typed it into a paragraph that somebody else had meanwhile
 * taken away, is in no version of the merged text. Answers how many characters only that last way leads to.
 */
function everythingTypedIsReachable({ typed, swallowed }: Played, whole: Store): number {
  let onlyInTheLog = 0
  for (const [id, pieces] of Map.groupBy(typed, ({ subject }) => subject)) {
    const changes = inOrder(whole.changesOf(id))
    const now = lettersOf(changes)
    for (const piece of pieces) {
      const missing = [...piece.text].filter((letter) => letter !== '\n' && !now.has(letter) && !swallowed.has(letter))
      if (missing.length === 0) continue
      const then = lettersOf(changes.filter((change) => change.id <= piece.change))
      const hidden = missing.filter((letter) => !then.has(letter))
      const own = lettersIn(changes.find((change) => change.id === piece.change))
      const lost = hidden.filter((letter) => !own.has(letter))
      hold('every character typed can be reached', lost.length === 0, () => `${lost.join('')} of ${describe(piece)}`)
      onlyInTheLog += hidden.length
    }
  }
  return onlyInTheLog
}

/** What an edit brought in letters, whatever became of them. */
function lettersIn(change: Change | undefined): ReadonlySet<string> {
  if (change?.op !== 'edit' || !(change.value instanceof Uint8Array)) return new Set()
  const texts = decodeUpdate(change.value).structs.map((struct) =>
    struct instanceof Item && struct.content instanceof ContentString ? struct.content.str : '',
  )
  return new Set(texts.join(''))
}

function describe({ change, subject }: Typed): string {
  return `${change} in ${subject}`
}

/** Every letter that a version of a subject shows, contested values included. */
function lettersOf(changes: readonly Change[]): ReadonlySet<string> {
  if (changes.length === 0) return new Set()
  const subject = settle(changes)
  const letters = new Set<string>()
  const open = [...subject.values.values(), ...[...subject.sets.values()].flat()].flatMap((value) => value.open)
  for (const { value } of open) for (const letter of canonicalJson(value)) letters.add(letter)
  for (const key of subject.edits.keys()) {
    const [field = '', locale = ''] = key.split(':')
    for (const letter of plainText(readDocument(richState(subject, field, locale)))) letters.add(letter)
  }
  return letters
}

/** The same things in another order. */
function shuffled<T>(things: readonly T[], random: Random): readonly T[] {
  const left = [...things]
  return things.map(() => left.splice(random.below(left.length), 1)[0] as T)
}
