import { Buffer } from 'node:buffer'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { dumpStore } from '../../src/engine/answers/dump.ts'
import { applyOperations } from '../../src/engine/apply.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import { imageOf } from '../../src/engine/file/seal.ts'
import { importJsonLines } from '../../src/engine/import/import-jsonl.ts'
import { linesOf } from '../../src/engine/import/lines.ts'
import { mergeFiles, openWorkspaceFile, saveOpenFile, withWorkspaceFile } from '../../src/engine/workspace-file.ts'
import { type Copy, computer, must, newFolder, newWorkspace, problemOf, record, title } from '../support/engine.ts'
import { tickingClock } from '../support/ports.ts'

/** What somebody does in their copy, on one of the two records that all have or on the last one they made. */
const act = fc.record({
  who: fc.nat(2),
  record: fc.nat(2),
  place: fc.nat(1_000),
  do: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('title', 'tag', 'untag', 'figure') },
    { weight: 4, arbitrary: fc.constantFrom('write', 'write-lines', 'erase', 'block') },
    { weight: 2, arbitrary: fc.constantFrom('create', 'delete', 'restore', 'import', 'undo') },
    { weight: 2, arbitrary: fc.constant('meet') },
  ),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const TAGS = ['5', '6.1', '13'] as const
const TITLES = ['Puits', 'Pozos', 'Wells'] as const
const SOURCES = [
  { id: 'UNV-1', lang: 'fr', title: 'Rapport', body: 'Un.\n\nDeux.' },
  { id: 'UNV-1', lang: 'fr', title: 'Rapport, 2e édition', body: 'Un.\n\nDeux et demi.' },
  { id: 'UNV-2', lang: 'es', title: 'Informe', body: 'Uno.', themes: ['Comités de agua'] },
] as const

/** Ana's clock is right, Luc's stands in 1970 and Eva's in 2090. */
const CLOCKS = [Date.UTC(2026, 2, 14), 0, Date.UTC(2090, 0, 1)]

/** Three people at work on copies of one workspace. */
class Team {
  readonly copies: readonly Copy[]
  private readonly ids: (readonly string[])[]

  constructor(copies: readonly Copy[], shared: readonly string[]) {
    this.copies = copies
    this.ids = copies.map(() => shared)
  }

  async play({ who, record: which, place, do: what }: Act): Promise<void> {
    const copy = this.copies[who]
    const ids = this.ids[who] ?? []
    if (!copy) return
    const id = ids[which % ids.length] ?? ''
    const { workspace } = copy
    const text = must(workspace.view(id)).rich['body:fr']?.text ?? ''
    const at = text.length === 0 ? 0 : place % (text.length + 1)
    const value = place % 3
    const body = { id, field: 'body', lang: 'fr' }
    switch (what) {
      case 'title':
        return apply(copy, { op: 'set', id, field: 'title', lang: 'fr', value: TITLES[value] ?? '' })
      case 'tag':
        return apply(copy, {
          op: 'add',
          id,
          field: 'sdgs',
          value: { code: TAGS[value] ?? '5', strength: place % 2 ? 'principal' : 'mentioned' },
        })
      case 'untag':
        return apply(copy, { op: 'remove', id, field: 'sdgs', value: TAGS[value] ?? '5' })
      case 'figure':
        return apply(copy, { op: 'add', id, field: 'figures', value: { key: 'wells', value: place } })
      case 'write':
        return apply(copy, { ...body, op: 'insert-text', at, text: `mot${place} ` })
      case 'write-lines':
        return apply(copy, { ...body, op: 'insert-text', at, text: `un${place}\ndeux${place}` })
      case 'erase':
        return apply(copy, { ...body, op: 'delete-text', at, length: Math.min(9, text.length - at) })
      case 'block':
        return apply(copy, { ...body, op: 'block', index: 0, kind: place % 2 ? 'quote' : 'heading-2' })
      case 'create':
        this.ids[who] = [...ids.slice(0, 2), record(workspace, [title(`Récit ${place}`)])]
        return
      case 'delete':
        return apply(copy, { op: 'delete', id })
      case 'restore':
        return apply(copy, { op: 'restore', id })
      case 'import':
        bring(copy, SOURCES[value] ?? SOURCES[0])
        return
      case 'undo':
        workspace.undo()
        return
      case 'meet': {
        const other = this.copies[(who + 1 + (place % 2)) % 3]
        if (!other) return
        must(await saveOpenFile(other.environment, other.file))
        must(await mergeFiles(copy.environment, workspace, [other.file.path], { dryRun: false }))
      }
    }
  }
}

function apply({ workspace }: Copy, operation: JsonObject): void {
  must(applyOperations(workspace, linesOf([Buffer.from(JSON.stringify(operation))])))
}

function bring({ workspace }: Copy, line: JsonObject): void {
  const work = importJsonLines(workspace, [Buffer.from(JSON.stringify(line))], { dryRun: false })
  for (let step = work.next(); !step.done; step = work.next());
}

/** Three copies of one workspace with two records, each on a computer of its own. */
async function startTeam(folder: string, from: string, shared: readonly string[]): Promise<Team> {
  const copies = await Promise.all(
    ['Ana', 'Luc', 'Eva'].map(async (author, index): Promise<Copy> => {
      const environment = computer({ author, now: tickingClock(CLOCKS[index]), dataFolder: join(folder, author) })
      const path = join(folder, `${author}.temoin`)
      copyFileSync(from, path)
      const file = must(await openWorkspaceFile(environment, path))
      return { environment, file, workspace: file.workspace }
    }),
  )
  return new Team(copies, shared)
}

async function beginning() {
  const environment = computer({ author: 'Ana' })
  const file = await newWorkspace(environment)
  const ids = [record(file.workspace, [title('Podor')]), record(file.workspace, [title('Matam')])]
  must(await saveOpenFile(environment, file))
  return { path: file.path, ids }
}

/**
 * Merges copies into a fresh copy of the first, as the command line does; answers with its path and the report. A dry run
 * before it must say the same and change nothing.
 */
async function merged(environment: EngineEnvironment, folder: string, name: string, paths: readonly string[]) {
  const [first = '', ...others] = paths
  const path = join(folder, `${name}.temoin`)
  copyFileSync(first, path)
  const report = await withWorkspaceFile(environment, path, { write: true }, async (workspace) => {
    const before = workspace.store.changeCount()
    const preview = await mergeFiles(environment, workspace, others, { dryRun: true })
    expect(workspace.store.changeCount()).toBe(before)
    const done = await mergeFiles(environment, workspace, others, { dryRun: false })
    expect(done).toEqual(preview)
    return done
  })
  return { path, report: must(report) }
}

/** The whole logical content of a file, and the ids of its changes. */
async function contentOf(environment: EngineEnvironment, path: string) {
  return must(
    await withWorkspaceFile(environment, path, { write: false }, ({ store }) => ({
      ok: true,
      value: { dump: dumpStore(store, environment.ports.sha256), ids: store.changeIds() },
    })),
  )
}

describe('merging copies of a workspace', () => {
  it('is the same in whatever order and grouping, once as twice, as it was foretold, and loses nothing', async () => {
    const start = await beginning()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), fc.boolean(), async (acts, lastFirst) => {
        const folder = newFolder()
        const team = await startTeam(folder, start.path, start.ids)
        for (const each of acts) await team.play(each)
        const all = new Set(team.copies.flatMap(({ workspace }) => workspace.store.changeIds()))
        for (const { environment, file } of team.copies) {
          must(await saveOpenFile(environment, file))
          file.workspace.store.close()
        }
        const [a = '', b = '', c = ''] = team.copies.map((copy) => copy.file.path)
        const merger = computer({ author: 'Ana', dataFolder: join(folder, 'merger') })

        const abc = await merged(merger, folder, 'abc', [a, b, c])
        const cba = await merged(merger, folder, 'cba', [c, b, a])
        const pair = await merged(merger, folder, 'pair', lastFirst ? [b, c] : [a, b])
        const grouped = await merged(merger, folder, 'grouped', lastFirst ? [a, pair.path] : [pair.path, c])

        const whole = await contentOf(merger, abc.path)
        expect(whole.ids).toEqual([...all].sort())
        for (const other of [cba, grouped]) expect(await contentOf(merger, other.path)).toEqual(whole)
        // Whoever had to write something has written the same file.
        const written = [abc, cba, grouped].filter(({ report }) => !report.unchanged)
        const images = written.map(({ path }) => imageOf(readFileSync(path)))
        for (const image of images) expect(Buffer.from(image).equals(images[0] ?? image)).toBe(true)

        const bytes = readFileSync(abc.path)
        const again = await withWorkspaceFile(merger, abc.path, { write: true }, (workspace) =>
          mergeFiles(merger, workspace, [a, c, cba.path], { dryRun: false }),
        )
        expect(again).toEqual({
          ok: true,
          value: {
            changes: 0,
            records: { new: 0, changed: 0, deleted: 0 },
            contested: [],
            swallowed: [],
            unchanged: true,
          },
        })
        expect(readFileSync(abc.path).equals(bytes)).toBe(true)
      }),
      { numRuns: 100 },
    )
  }, 240_000)

  it('refuses a stranger’s workspace and a damaged copy, and takes nothing of the good ones beside them', async () => {
    const start = await beginning()
    const folder = newFolder()
    const { copies } = await startTeam(folder, start.path, start.ids)
    const [ana, luc] = copies
    if (!ana || !luc) throw new Error('nobody there')
    record(luc.workspace, [title('Kaédi')])
    must(await saveOpenFile(luc.environment, luc.file))
    const stranger = await newWorkspace(computer({ author: 'Ndeye' }))
    const damaged = join(folder, 'abîmé.temoin')
    writeFileSync(damaged, readFileSync(luc.file.path).subarray(0, 40_000))
    const before = ana.workspace.store.changeCount()
    const merge = async (...paths: readonly string[]) =>
      mergeFiles(ana.environment, ana.workspace, paths, { dryRun: false })
    expect(problemOf(await merge(luc.file.path, stranger.path))).toEqual({
      code: 'workspace-foreign',
      path: stranger.path,
    })
    expect(problemOf(await merge(luc.file.path, damaged))).toMatchObject({ code: 'workspace-damaged', path: damaged })
    expect(problemOf(await merge(luc.file.path, join(folder, 'absent.temoin')))).toMatchObject({ code: 'file-missing' })
    expect(ana.workspace.store.changeCount()).toBe(before)
    expect(must(await merge(luc.file.path)).records.new).toBe(1)
  })

  it('lets what was done last, having seen the other, stand last, whatever the clocks say', async () => {
    const start = await beginning()
    const { copies } = await startTeam(newFolder(), start.path, start.ids)
    const [id = ''] = start.ids
    const values = ['Luc en 1970', 'Eva en 2090', 'Luc encore', 'Ana enfin', 'Luc toujours']
    const order = [1, 2, 1, 0, 1]
    for (const [turn, who] of order.entries()) {
      const copy = copies[who]
      if (!copy) throw new Error('nobody there')
      for (const other of copies) {
        if (other !== copy)
          must(await mergeFiles(copy.environment, copy.workspace, [other.file.path], { dryRun: false }))
      }
      must(copy.workspace.change(id, [title(values[turn] ?? '')]))
      must(await saveOpenFile(copy.environment, copy.file))
      expect(
        copy.workspace
          .subject(id)
          ?.values.get('title:fr')
          ?.open.map((open) => open.value),
      ).toEqual([values[turn]])
    }
  })

  it('lets what is done after a file was opened stand after everything in it, whatever the clocks say', async () => {
    const start = await beginning()
    const environment = computer({ author: 'Luc', now: () => 0 })
    const { workspace } = must(await openWorkspaceFile(environment, start.path))
    const before = workspace.store.changeIds().at(-1) ?? ''
    record(workspace, [title('Kaédi')])
    const added = workspace.store.changeIds().filter((id) => id > before)
    expect(added.length).toBe(workspace.store.changeCount() - workspace.store.changeIds().indexOf(before) - 1)
    expect(added.length).toBeGreaterThan(0)
    workspace.store.close()
  })
})
