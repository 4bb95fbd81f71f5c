import { strict as assert } from 'node:assert'
import { type Json, jsonText } from '../../../src/core/model/json.ts'
import type { FieldStep } from '../../../src/core/model/view.ts'
import { dumpStore } from '../../../src/engine/answers/dump.ts'
import { type Copy, must, type TwoCopies } from '../../support/engine.ts'

/**
 * One thing that can happen between two copies. `name` is what KeePassXC calls it in its own tests of merging
 * (tests/TestMerge.h); `says` is what holds here.
 */
export type Scenario = {
  readonly name: string
  readonly says: string
  readonly play: (copies: TwoCopies) => Promise<void>
}

/** Takes one step on a record. */
export function step({ workspace }: Copy, id: string, what: FieldStep): void {
  must(workspace.change(id, [what]))
}

/** Sets a value of a record; titles and summaries in French. */
export function set(copy: Copy, id: string, field: string, value: Json): void {
  const isLocalized = ['title', 'summary', 'label'].includes(field)
  step(copy, id, isLocalized ? { op: 'set', field, locale: 'fr', value } : { op: 'set', field, value })
}

/** Everything that stands open in a field, in the order of the alphabet. */
export function open({ workspace }: Copy, id: string, key: string): readonly string[] {
  const values = workspace.subject(id)?.values.get(key)?.open ?? []
  return values.map(({ value }) => jsonText(value)).sort()
}

/** The keys of the elements of a set field. */
export function keys({ workspace }: Copy, id: string, field: string): readonly string[] {
  return (workspace.subject(id)?.sets.get(field) ?? []).map(({ key }) => key).sort()
}

/** Whether a record is in no list any more. */
export function isDeleted({ workspace }: Copy, id: string): boolean {
  return workspace.subject(id)?.deleted === true
}

/** Every text that a field ever held, the earliest first: what its history tells. */
export function everyText({ workspace }: Copy, id: string, field: string): readonly string[] {
  const changes = workspace.store.changesOf(id).filter((change) => change.field === field && change.op === 'set')
  return changes.map(({ value }) => (value instanceof Uint8Array ? '' : jsonText(value)))
}

/** Both copies say the same, and meeting again changes nothing. */
export async function agree({ ana, luc, meet }: TwoCopies): Promise<void> {
  assert.equal(contentOf(ana), contentOf(luc))
  const before = contentOf(ana)
  await meet()
  assert.equal(contentOf(ana), before)
  assert.equal(contentOf(luc), before)
}

function contentOf({ environment, workspace }: Copy): string {
  return dumpStore(workspace.store, environment.ports.sha256)
}
