import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Desk, deskAt, penOn, useTestTimers } from '../../support/desk.ts'
import { computer, must, newFolder, title } from '../../support/engine.ts'
import { tickingClock } from '../../support/ports.ts'
import { type SyncClient, syncClient } from '../../support/sync-client.ts'

useTestTimers()

const act = fc.record({
  who: fc.constantFrom<0 | 1>(0, 1),
  newer: fc.constantFrom<0 | 1>(0, 1),
  do: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('write', 'title', 'create', 'delete') },
    { weight: 3, arbitrary: fc.constantFrom('save', 'look') },
    { weight: 3, arbitrary: fc.constantFrom('carry', 'merge') },
    { weight: 1, arbitrary: fc.constant('restart') },
  ),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const NAME = 'Équipe Sahel.temoin'

/** Two people, each with the app, a data folder and a clock of their own, and a sync client between their folders. */
type Pair = {
  readonly desks: readonly [Desk, Desk]
  readonly paths: readonly [string, string]
  readonly client: SyncClient
  readonly record: string
  readonly written: string[]
}

async function pair(): Promise<Pair> {
  const folders: [string, string] = [join(newFolder(), 'Ana'), join(newFolder(), 'Luc')]
  for (const folder of folders) mkdirSync(folder)
  const paths: [string, string] = [join(folders[0], NAME), join(folders[1], NAME)]
  const ana = deskAt(computer({ author: 'Ana' }))
  // Luc's clock stands in 1970.
  const luc = deskAt(computer({ author: 'Luc', now: tickingClock(0) }))
  must(await ana.session.create({ path: paths[0], name: 'Équipe Sahel', lang: 'fr', force: false }))
  const record = await ana.create([title('Comités de l’eau')])
  must(await ana.session.save())
  const client = syncClient(folders)
  client.carry(0)
  must(await luc.session.openPath(paths[1]))
  return { desks: [ana, luc], paths, client, record, written: [] }
}

async function play({ desks, paths, client, record, written }: Pair, { who, newer, do: what }: Act): Promise<void> {
  const desk = desks[who]
  switch (what) {
    case 'write': {
      const word = `mot${written.length}`
      written.push(word)
      return (await penOn(desk, record)).write(`${word} `)
    }
    case 'title':
      return void (await desk.change(record, [title(`Titre ${newer}`)]))
    case 'create':
      return void (await desk.create([title('Brigades de jeunes')]))
    case 'delete':
      return void must(await desk.calls['records.delete']({ ids: [record] }))
    case 'save':
      return void must(await desk.session.save())
    case 'look':
      return look(desk)
    case 'merge':
      return merge(desk)
    case 'carry':
      return void client.carry(newer)
    case 'restart':
      await desk.session.close()
      return void must(await desk.session.openPath(paths[who]))
  }
}

/** Twice: a file is taken in once it has looked the same for a while. */
async function look(desk: Desk): Promise<void> {
  await desk.open().sync.look()
  await desk.open().sync.look()
}

async function merge(desk: Desk): Promise<void> {
  await look(desk)
  const paths = desk
    .open()
    .sync.state()
    .copies.map(({ path }) => path)
  if (paths.length > 0) must(await desk.calls['workspace.merge']({ paths, dryRun: false }))
}

function filesOf(path: string): readonly (readonly [string, string])[] {
  const folder = join(path, '..')
  return readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')])
}

it('two computers and a sync client end with the same bytes, with everything that was written, and then rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
      const here = await pair()
      const { desks, paths, client, record, written } = here
      for (const one of acts) await play(here, one)

      // Both save what they have; then both merge whatever copies appear, at the same time, until nothing moves.
      let rounds = 0
      for (let isBusy = true; isBusy; rounds += 1) {
        expect(rounds).toBeLessThan(8)
        for (const desk of desks) must(await desk.session.save())
        const before = paths.map(filesOf)
        const carried = client.carry(rounds % 2 === 0 ? 0 : 1)
        for (const desk of desks) await merge(desk)
        for (const desk of desks) must(await desk.session.save())
        // Whoever has the same has written the same bytes, before the client has carried any of them.
        const [one, other] = desks.map((desk) => desk.open().workspace.store.changeIds().toSorted().join(' '))
        if (one === other) expect(readFileSync(paths[0]).equals(readFileSync(paths[1]))).toBe(true)
        isBusy = carried || JSON.stringify(before) !== JSON.stringify(paths.map(filesOf))
      }

      const [anas, lucs] = paths.map(filesOf)
      expect(anas?.map(([name]) => name)).toEqual([NAME])
      expect(lucs).toEqual(anas)
      const texts = await Promise.all(desks.map((desk) => desk.text(record)))
      for (const text of texts) for (const word of written) expect(text).toContain(word)
      expect(texts[0]).toBe(texts[1])

      // A round more changes nothing, nor does opening it again.
      const conflicts = client.conflicts()
      for (const [index, desk] of desks.entries()) {
        await desk.session.close()
        must(await desk.session.openPath(paths[index] ?? ''))
        await merge(desk)
        must(await desk.session.save())
      }
      expect(client.carry(0)).toBe(false)
      expect(client.conflicts()).toBe(conflicts)
      for (const desk of desks) await desk.session.close()
    }),
    { numRuns: 25 },
  )
}, 300_000)
