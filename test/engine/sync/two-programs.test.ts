import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withWorkspaceFile } from '../../../src/engine/workspace-file.ts'
import { type Desk, deskAt, penOn, useTestTimers } from '../../support/desk.ts'
import { computer, must, newFolder, title } from '../../support/engine.ts'

useTestTimers()

async function look(desk: Desk): Promise<void> {
  await desk.open().sync.look()
  await desk.open().sync.look()
}

/** Two apps with profiles of their own have one file open. */
async function twoApps() {
  const path = join(newFolder(), 'Équipe Sahel.temoin')
  const [one, other] = [deskAt(computer({ author: 'Ana' })), deskAt(computer({ author: 'Ana, at home' }))]
  must(await one.session.create({ path, name: 'Équipe Sahel', lang: 'fr', force: false }))
  const id = await one.create([title('Comités de l’eau')])
  must(await one.session.save())
  must(await other.session.openPath(path))
  return { path, one, other, id }
}

it('two apps with one file open save in turn or at once, and lose nothing of each other', async () => {
  const { one, other, id } = await twoApps()
  const words: string[] = []
  for (let round = 0; round < 12; round += 1) {
    for (const [index, desk] of [one, other].entries()) {
      const word = `mot${index}.${round}`
      words.push(word)
      await (await penOn(desk, id)).write(`${word} `)
    }
    if (round % 3 === 0) for (const desk of [one, other]) must(await desk.session.save())
    else for (const saved of await Promise.all([one.session.save(), other.session.save()])) must(saved)
  }
  for (const desk of [one, other, one]) await look(desk)
  const texts = await Promise.all([one, other].map((desk) => desk.text(id)))
  for (const text of texts) for (const word of words) expect(text.split(`${word} `)).toHaveLength(2)
  expect(texts[0]).toBe(texts[1])
  expect([one, other].map((desk) => desk.session.status()?.save.kind)).toEqual(['saved', 'saved'])
})

it('the command line works in a file that the app has open, and the app shows it', async () => {
  const { path, one, id } = await twoApps()
  const pen = await penOn(one, id)
  await pen.write('Les femmes gardent les clés. ')
  const terminal = computer({ author: 'Luc' })
  const [changed] = await Promise.all([
    withWorkspaceFile(terminal, path, { write: true }, (workspace) =>
      workspace.change(id, [title('Gestion de l’eau')]),
    ),
    one.session.save(),
  ])
  must(changed)
  await look(one)
  must(await one.session.save())
  expect((await one.view(id)).values['title:fr']?.value).toBe('Gestion de l’eau')
  const seen = await withWorkspaceFile(terminal, path, { write: false }, (workspace) => workspace.view(id))
  expect(must(seen).rich['body:fr']?.text).toContain('Les femmes gardent les clés.')
})

it('a copy is opened in a second app while the first has the workspace: each keeps to its own file', async () => {
  const { path, one, id } = await twoApps()
  const copy = join(path, '..', 'Copie de Équipe Sahel.temoin')
  copyFileSync(path, copy)
  const luc = deskAt(computer({ author: 'Luc' }))
  must(await luc.session.openPath(copy))
  await luc.change(id, [title('Gestion de l’eau')])
  must(await luc.session.save())
  await look(luc)
  // What the copy was made from is no copy of the copy, and is never moved away.
  expect(luc.open().sync.state().copies).toEqual([])
  await look(one)
  expect(one.open().sync.state().copies).toMatchObject([{ path: copy, by: 'hand', brings: 1 }])
})
