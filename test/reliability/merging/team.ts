import type { Buffer } from 'node:buffer'
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dumpStore } from '../../../src/engine/answers/dump.ts'
import {
  type Hooks,
  mergeFiles,
  openWorkspaceFile,
  saveOpenFile,
  withWorkspaceFile,
} from '../../../src/engine/workspace-file.ts'
import { type Copy, computer, must, record, title } from '../../support/engine.ts'
import type { Random } from '../support/random.ts'
import { doAct, freshWords } from './acts.ts'
import type { Act, History } from './history.ts'
import { clockFrom } from './person.ts'

/** People who work on copies of one workspace file, each on a computer and in a folder of their own. */
export class Team {
  private readonly copies: Copy[] = []
  private readonly words = freshWords()
  /** Every change that anybody ever made. */
  private readonly made = new Set<string>()
  private readonly hooks: Hooks = {
    onCommit: ({ changes }) => {
      for (const { id } of changes) this.made.add(id)
    },
    onCommitted: () => undefined,
    onMerged: () => undefined,
  }
  private readonly folder: string
  private readonly random: Random

  constructor(folder: string, random: Random) {
    this.folder = folder
    this.random = random
  }

  async play({ clocks, acts }: History, from: string): Promise<void> {
    for (const [index, setting] of clocks.entries()) {
      const clock = clockFrom(setting)
      const home = join(this.folder, String(index))
      mkdirSync(home, { recursive: true })
      const environment = computer({
        author: `p${index}`,
        now: () => (clock.now += clock.step),
        dataFolder: join(home, 'app'),
      })
      const path = join(home, 'Équipe Sahel.temoin')
      copyFileSync(from, path)
      const file = must(await openWorkspaceFile(environment, path, this.hooks))
      this.copies.push({ environment, file, workspace: file.workspace })
    }
    for (const { workspace } of this.copies.slice(0, 1)) for (const id of workspace.store.changeIds()) this.made.add(id)
    for (const act of acts) await this.act(act)
    await this.meet()
  }

  private async act(act: Act): Promise<void> {
    const index = act.who % this.copies.length
    const copy = this.copies[index]
    const other = this.copies[(index + 1) % this.copies.length]
    if (!copy || !other) return
    switch (act.do) {
      case 'meet':
      case 'meet-older':
        if (act.do === 'meet') must(await saveOpenFile(other.environment, other.file))
        must(await mergeFiles(copy.environment, copy.workspace, [other.file.path], { dryRun: false }))
        return
      case 'keep':
        must(await saveOpenFile(copy.environment, copy.file))
        return
      case 'reopen': {
        must(await saveOpenFile(copy.environment, copy.file))
        copy.workspace.store.close()
        const file = must(await openWorkspaceFile(copy.environment, copy.file.path, this.hooks))
        this.copies[index] = { ...copy, file, workspace: file.workspace }
        return
      }
      default:
        doAct(copy.workspace, act, this.words, this.random)
    }
  }

  /** Everybody writes something last, saves, and takes in what the others have saved. */
  private async meet(): Promise<void> {
    for (const { environment, file, workspace } of this.copies) {
      record(workspace, [title(this.words(2))])
      must(await saveOpenFile(environment, file))
      copyFileSync(file.path, sentBy(file.path))
    }
    const ids = [...this.made].sort()
    const paths = this.copies.map(({ file }) => file.path)
    for (const [index, { environment, file, workspace }] of this.copies.entries()) {
      const others = paths.filter((path) => path !== file.path).map(sentBy)
      // Some take in all at once, some one after the other, in whatever order.
      const rounds = this.random.chance(50)
        ? [others]
        : (index % 2 ? others : others.toReversed()).map((path) => [path])
      for (const round of rounds) must(await mergeFiles(environment, workspace, round, { dryRun: false }))
      must(await saveOpenFile(environment, file))
      hold('a saved merge has every change', workspace.store.changeIds().join() === ids.join())
    }
    const [first = '', ...more] = paths
    const bytes = readFileSync(first)
    for (const path of more) hold('both sides have the same bytes', readFileSync(path).equals(bytes))
    await this.again(paths, bytes, ids)
  }

  /** Opens what was saved and merges it once more: nothing is written, and nothing is missing. */
  private async again(paths: readonly string[], bytes: Buffer, ids: readonly string[]): Promise<void> {
    const path = this.random.pick(paths)
    const copy = this.copies.find(({ file }) => file.path === path)
    if (!copy) return
    const { store } = copy.workspace
    const { environment } = copy
    const { sha256 } = environment.ports
    const before = statSync(path, { bigint: true })
    const report = must(
      await withWorkspaceFile(environment, path, { write: true }, (workspace) => {
        hold('a file opens with every change', [...workspace.store.changeIds()].sort().join() === ids.join())
        hold('a file says what was saved', dumpStore(workspace.store, sha256) === dumpStore(store, sha256))
        return mergeFiles(environment, workspace, [...paths, ...paths.map(sentBy)], { dryRun: false })
      }),
    )
    const after = statSync(path, { bigint: true })
    hold('a second merge brings nothing', report.unchanged)
    hold('a second merge writes nothing', after.ino === before.ino && after.mtimeNs === before.mtimeNs)
    hold('a second merge leaves every byte', readFileSync(path).equals(bytes))
    for (const { workspace } of this.copies) workspace.store.close()
  }
}

function sentBy(path: string): string {
  return path.replace(/\.temoin$/, '.sent.temoin')
}

function hold(law: string, isHeld: boolean): void {
  if (!isHeld) throw new Error(`does not hold: ${law}`)
}
