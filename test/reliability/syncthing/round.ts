import { readFileSync } from 'node:fs'
import { openWorkspaceFile } from '../../../src/engine/workspace-file.ts'
import { must } from '../../support/engine.ts'
import { filesOf, isChangedBy, NAME, type Side, takeInCopies, type TakenIn, work } from './side.ts'
import { waitUntil } from './wait.ts'

/** How two computers come to be apart: one does not talk to the other, or is switched off. */
export type Apart = 'paused' | 'switched off'
/** Who takes in the copy that Syncthing makes: one of the two, or both at once. */
export type Merger = 'Ana' | 'Luc' | 'both'

/** Makes a workspace in one folder that arrives in the other. */
export async function awaitSame(ana: Side, luc: Side, count = 1): Promise<void> {
  await waitUntil('both folders hold the same', async () => {
    const [one, other] = [filesOf(ana), filesOf(luc)]
    const isSame =
      one.size === count && other.size === count && [...one].every(([name, hash]) => other.get(name) === hash)
    return isSame && (await ana.instance.isIdle()) && (await luc.instance.isIdle())
  })
}

/**
 * One round: both write in the same record while they are apart, Syncthing makes a conflict copy, somebody takes it in, and
 * both end with one workspace that has everything.
 *
 * @returns what went wrong; empty where nothing did
 */
export async function playRound(
  [ana, luc]: readonly [Side, Side],
  { number, apart, merger }: { readonly number: number; readonly apart: Apart; readonly merger: Merger },
  record: string,
): Promise<readonly string[]> {
  await goApart(ana, luc, apart)
  await write(ana, record, `Ana${number}`)
  await write(luc, record, `Luc${number}`)
  await ana.instance.scan()
  await meetAgain(ana, luc, apart)
  await awaitSame(ana, luc, 2)

  const conflict = [...filesOf(ana).keys()].find((name) => name !== NAME)
  const taken = await takeIn(ana, luc, merger)
  const wrong = taken.flatMap(({ found }) =>
    found.length === 1 && conflict !== undefined && found[0]?.endsWith(conflict) ? [] : [`found ${found.join()}`],
  )
  for (const { instance } of [ana, luc]) await instance.scan()
  await awaitSame(ana, luc)

  for (const side of [ana, luc]) {
    const words = await wordsIn(side, record)
    for (const word of [`Ana${number}`, `Luc${number}`]) if (!words.includes(word)) wrong.push(`${word} is missing`)
    const away = taken.flatMap((each) => each.away)
    if (await isChangedBy(side, away)) wrong.push('a second merge changed something')
  }
  await awaitSame(ana, luc)
  if (!readFileSync(ana.path).equals(readFileSync(luc.path))) wrong.push('the two workspaces are not the same')
  return wrong
}

/** In both the title and the text of the same record, and in a record of one's own. */
async function write(side: Side, record: string, word: string): Promise<void> {
  await work(side, [
    { op: 'set', id: record, field: 'title', lang: 'fr', value: `Comités ${word}` },
    { op: 'insert-text', id: record, field: 'body', lang: 'fr', at: 0, text: `${word} a écrit ceci.\n` },
    { op: 'create', kind: 'lesson', lang: 'fr', set: { title: `Leçon ${word}` } },
  ])
}

async function goApart(ana: Side, luc: Side, apart: Apart): Promise<void> {
  if (apart === 'paused') {
    await ana.instance.setPaused(luc.instance, true)
    await waitUntil('they are apart', async () => !(await luc.instance.isConnectedTo(ana.instance)))
  } else await luc.instance.stop()
}

async function meetAgain(ana: Side, luc: Side, apart: Apart): Promise<void> {
  if (apart === 'paused') {
    await luc.instance.scan()
    await ana.instance.setPaused(luc.instance, false)
  } else await luc.instance.start()
}

async function takeIn(ana: Side, luc: Side, merger: Merger): Promise<readonly TakenIn[]> {
  const who = merger === 'both' ? [ana, luc] : [merger === 'Ana' ? ana : luc]
  return Promise.all(who.map(takeInCopies))
}

/** Every text, title and contested value that a side's workspace has. */
async function wordsIn({ environment, path }: Side, record: string): Promise<string> {
  const { workspace } = must(await openWorkspaceFile(environment, path))
  const { rich, values } = must(workspace.view(record))
  const lessons = workspace.store.cards('lesson').map((card) => card.titles.fr)
  workspace.store.close()
  const text = rich['body:fr']?.text ?? ''
  const titles = values['title:fr']?.open.map(({ value }) => value) ?? []
  return [titles, lessons, text.split('\n')]
    .map((some) => JSON.stringify(some))
    .reduce((common, words) => (common === '' ? words : intersect(common, words)), '')
}

/** The words that stand in both. */
function intersect(one: string, other: string): string {
  const words = new Set(other.match(/\p{L}+\d*/gu))
  return (one.match(/\p{L}+\d*/gu) ?? []).filter((word) => words.has(word)).join(' ')
}
