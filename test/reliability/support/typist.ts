/**
 * A program that is to be killed: people at several workspaces type and save without pause. It says on standard output,
 * line by line and at once, what it found when it opened, what was typed, what the journal has taken and what was saved.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { plainText } from '../../../src/core/rich-text/plain-text.ts'
import { mergeEdits } from '../../../src/core/rich-text/merge-edits.ts'
import { readDocument } from '../../../src/core/rich-text/read-document.ts'
import { seedOf } from '../../../src/core/rich-text/seed.ts'
import { insertText } from '../../../src/core/rich-text/text-steps.ts'
import { openEnvironmentIn } from '../../../src/engine/environment.ts'
import { Session } from '../../../src/engine/session.ts'
import { inspectorHere } from '../../support/inspector-here.ts'

/** What one line says. */
export type Said = {
  readonly desk: number
  readonly what: 'opened' | 'refused' | 'typed' | 'kept' | 'saved'
  readonly count: number
  readonly text?: string
}

const [folder = '', id = '', desks = '0', first = '0'] = process.argv.slice(2)

const environment = await openEnvironmentIn(folder, 'Awa')
await Promise.all(Array.from({ length: Number(desks) }, (_, desk) => work(desk)))

async function work(desk: number): Promise<void> {
  const say = (what: Said['what'], count: number, text?: string) =>
    writeSync(1, `${JSON.stringify({ desk, what, count, ...(text === undefined ? {} : { text }) } satisfies Said)}\n`)
  const data = join(folder, String(desk), 'app')
  const folders = { dataFolder: data, journalFolder: join(data, 'journals'), backupsFolder: join(data, 'backups') }
  const inspector = inspectorHere(environment.sql)
  const session = new Session({ ...environment, ...folders, inspector }, () => undefined)
  const status = await session.openPath(join(folder, String(desk), 'Équipe.temoin'))
  const current = session.current()
  if (!status.ok || !current.ok) return void say('refused', 0, JSON.stringify(status))
  const opened = current.value
  const body = opened.workspace.view(id)
  let state: Uint8Array = (body.ok && body.value.rich['body:fr']?.state) || seedOf(id, 'body', 'fr')
  say('opened', status.value.recovered, plainText(readDocument(state)))

  let typed = Number(first)
  void save()
  for (;;) {
    const update = insertText(state, plainText(readDocument(state)).length, `m${typed} `, 1_000_000 + Number(first))
    if (!update.ok) throw new Error(update.problem.code)
    state = mergeEdits([state, update.value])
    session.type(opened, { subject: id, kind: 'case-study', field: 'body', locale: 'fr', update: update.value })
    const count = typed
    say('typed', count)
    // Calls of the journal are done in their order: when this one is, so is what was typed.
    void opened.journal.append([]).then(() => say('kept', count))
    typed += 1
    await setTimeout(2)
  }

  async function save(): Promise<void> {
    for (;;) {
      const upTo = typed - 1
      const saved = await session.save()
      if (saved.ok && upTo >= Number(first)) say('saved', upTo)
      await setTimeout(1)
    }
  }
}
