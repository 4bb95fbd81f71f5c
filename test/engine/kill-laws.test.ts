import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveOpenFile } from '../../src/engine/workspace-file.ts'
import { type Desk, deskAt, pass, type Pen, penOn, useTestTimers } from '../support/desk.ts'
import { computer, must, newFolder, newWorkspace, record, title } from '../support/engine.ts'
import { type MortalDisk, mortalDisk } from '../support/mortal-disk.ts'

useTestTimers()

/** What a person does, and what happens to them. `kill` comes so many calls of the disk after the save began. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), record: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('title' as const), record: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('tag' as const),
      record: fc.nat(2),
      code: fc.constantFrom('5', '6.1', '13'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pause' as const), millis: fc.constantFrom(100, 600, 1_600, 2_100) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('colleague' as const), record: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.option(fc.nat(40), { freq: 3 }) }) },
)

/** Where every history begins: three records with a title each. */
type Beginning = { readonly file: string; readonly ids: readonly string[] }

async function beginning(): Promise<Beginning> {
  const environment = computer({ author: 'Ana' })
  const made = await newWorkspace(environment)
  const ids = [1, 2, 3].map(() => record(made.workspace, [title('…')]))
  must(await saveOpenFile(environment, made))
  return { file: made.path, ids }
}

function journalsIn(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'journals')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** One person's history on real files, and what must be there in the end. */
class History {
  readonly dataFolder: string
  readonly path: string
  readonly words: { readonly record: number; readonly word: string }[] = []
  readonly titles = new Map<number, string>()
  readonly tags = new Map<number, Set<string>>()
  readonly ids: readonly string[]
  private pens = new Map<number, Pen>()
  private disk: MortalDisk = mortalDisk()
  private desk: Desk = deskAt(computer({ author: 'Ana' }))
  private count = 0

  constructor({ file, ids }: Beginning) {
    const folder = newFolder()
    this.dataFolder = join(folder, 'app')
    this.path = join(folder, 'Équipe Sahel.temoin')
    this.ids = ids
    copyFileSync(file, this.path)
  }

  async open(): Promise<number> {
    this.disk = mortalDisk()
    this.desk = deskAt(computer({ author: 'Ana', dataFolder: this.dataFolder, fs: this.disk.fs }))
    this.pens = new Map()
    const status = must(await this.desk.session.openPath(this.path))
    await this.mustBeWhole(this.desk)
    return status.recovered
  }

  async play(step: typeof act extends fc.Arbitrary<infer A> ? A : never): Promise<void> {
    switch (step.do) {
      case 'type': {
        const pen = this.pens.get(step.record) ?? (await penOn(this.desk, this.id(step.record)))
        this.pens.set(step.record, pen)
        await pen.write(`${this.word(step.record)} `)
        return
      }
      case 'title': {
        const words = `Titre ${this.next()}`
        this.titles.set(step.record, words)
        await this.desk.change(this.id(step.record), [title(words)])
        return
      }
      case 'tag': {
        this.tags.set(step.record, (this.tags.get(step.record) ?? new Set()).add(step.code))
        await this.desk.change(this.id(step.record), [{ op: 'add', field: 'sdgs', value: step.code }])
        return
      }
      case 'pause':
        await pass(this.desk, step.millis)
        return
      case 'save':
        must(await this.desk.session.save())
        return
      case 'colleague':
        await this.colleague(step.record)
        return
      case 'close':
        await this.desk.session.close()
        expect(journalsIn(this.dataFolder)).toEqual([])
        expect(await this.open()).toBe(0)
        return
      case 'kill':
        await this.kill(step.after)
        await this.open()
    }
  }

  /** Everything typed is in the journal by now; the program goes at once, or in the middle of a save. */
  private async kill(after: number | null): Promise<void> {
    await this.desk.journalled()
    this.disk.die(after ?? 0)
    if (after !== null) await this.desk.session.save()
    this.disk.die()
    const current = this.desk.session.current()
    if (!current.ok) return
    for (const timer of current.value.timers.values()) clearTimeout(timer)
    current.value.workspace.store.close()
  }

  /** Somebody else writes the same file meanwhile. */
  private async colleague(record: number): Promise<void> {
    const desk = deskAt(computer({ author: 'Luc' }))
    must(await desk.session.openPath(this.path))
    await (await penOn(desk, this.id(record))).write(`${this.word(record)} `)
    await desk.session.close()
  }

  /** Everything is there, once. */
  async mustBeWhole(desk: Desk): Promise<void> {
    for (const [record, id] of this.ids.entries()) {
      const text = (await desk.text(id))
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '')
        .sort()
      const typed = this.words.filter((each) => each.record === record).map(({ word }) => word)
      expect(text).toEqual(typed.sort())
      const card = desk.open().workspace.store.card(id)
      expect(card?.titles.fr).toBe(this.titles.get(record) ?? '…')
      expect(new Set(card?.sdgs.map((tag) => tag.code))).toEqual(this.tags.get(record) ?? new Set())
    }
  }

  async end(): Promise<void> {
    await this.kill(null)
    await this.open()
    await this.desk.session.close()
    const again = deskAt(computer({ author: 'Ana', dataFolder: this.dataFolder }))
    expect(must(await again.session.openPath(this.path)).recovered).toBe(0)
    await this.mustBeWhole(again)
    await again.session.close()
  }

  private id(record: number): string {
    return this.ids[record] ?? ''
  }

  private word(record: number): string {
    const word = `mot${this.next()}`
    this.words.push({ record, word })
    return word
  }

  private next(): number {
    this.count += 1
    return this.count
  }
}

describe('killing the program at any moment', () => {
  it('loses nothing that was typed, and doubles nothing', async () => {
    const from = await beginning()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 10 }), async (acts) => {
        const history = new History(from)
        await history.open()
        for (const each of acts) await history.play(each)
        await history.end()
      }),
      { numRuns: 200 },
    )
  }, 240_000)
})
