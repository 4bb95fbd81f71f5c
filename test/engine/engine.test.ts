import { Buffer } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SubjectView } from '../../src/core/model/view.ts'
import type { HistoryPage } from '../../src/ipc/shapes.ts'
import type { LibraryPage } from '../../src/core/search/query.ts'
import type { Outcome } from '../../src/core/problem.ts'
import { createEngine } from '../../src/engine/engine.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import type { WorkspaceStatus } from '../../src/ipc/shapes.ts'
import { useTestTimers } from '../support/desk.ts'
import { computer, must, newFolder, problemOf } from '../support/engine.ts'

useTestTimers()

/** An engine as the shell starts it, and a way to ask it. */
async function startEngine(change: (environment: EngineEnvironment) => Partial<EngineEnvironment> = () => ({})) {
  const dataFolder = join(newFolder(), 'app')
  const events: string[] = []
  const engine = createEngine(
    async (folder, author) => {
      const environment = computer({ author, dataFolder: folder })
      return { ...environment, ...change(environment) }
    },
    (name) => {
      events.push(name)
    },
  )
  const ask = async <T>(name: string, asked: unknown = {}) => (await engine.answer(name, asked)) as Outcome<T>
  must(await ask('engine.start', { dataFolder, author: 'Ana', lang: 'fr' }))
  return { ask, events, dataFolder, path: join(newFolder(), 'Équipe Sahel.temoin') }
}

describe('the engine', () => {
  it('answers nothing before it is started, and nothing it does not know', async () => {
    const engine = createEngine(
      async (_, author) => computer({ author }),
      () => undefined,
    )
    expect(problemOf(await engine.answer('workspace.status', {}))).toEqual({
      code: 'bad-request',
      reason: 'workspace.status',
    })
    const { ask } = await startEngine()
    for (const name of ['dance', '__proto__', 'constructor', 'toString']) {
      expect(problemOf(await ask(name))).toEqual({ code: 'bad-request', reason: name })
    }
    expect(must(await ask('workspace.status'))).toBeNull()
  })

  it('answers each call of a window in turn', async () => {
    const { ask, events, path } = await startEngine()
    expect(
      must(await ask<WorkspaceStatus>('workspace.create', { path, name: 'Équipe Sahel', lang: 'fr' })),
    ).toMatchObject({ path, records: 0 })
    const steps = [{ op: 'set', field: 'title', locale: 'fr', value: 'Les clés du puits' }]
    const { id } = must(await ask<SubjectView>('records.create', { kind: 'case-study', lang: 'fr', steps }))
    const theme = must(
      await ask<SubjectView>('records.create', {
        kind: 'theme',
        lang: 'fr',
        steps: [{ op: 'set', field: 'label', locale: 'fr', value: 'Eau' }],
      }),
    )
    const again = must(
      await ask<SubjectView>('records.create', {
        kind: 'theme',
        lang: 'fr',
        steps: [{ op: 'set', field: 'label', locale: 'fr', value: 'EAU' }],
      }),
    )
    expect(again.id).toBe(theme.id)
    expect(must(await ask<{ id: string }[]>('themes.list')).at(-1)).toMatchObject({
      id: theme.id,
      own: true,
      labels: { fr: 'Eau' },
    })
    expect(
      must(await ask('records.changeMany', { ids: [id], steps: [{ op: 'add', field: 'themes', value: theme.id }] })),
    ).toEqual({ changed: 1 })
    const query = { query: 'cles', filters: {}, sort: 'relevance', descending: true, offset: 0, limit: 10, lang: 'fr' }
    expect(must(await ask<LibraryPage>('library.search', query)).hits.map((hit) => hit.card.id)).toEqual([id])
    expect(must(await ask('library.ids', { query: '', filters: { theme: [theme.id] } }))).toEqual([id])
    expect(must(await ask('records.cards', { ids: [id, 'nobody'] }))).toMatchObject([{ id }])
    expect(must(await ask<HistoryPage>('history.timeline', { id, before: null, limit: 40 })).total).toBe(3)
    expect(must(await ask('history.undo'))).toMatchObject({
      subject: id,
      field: 'themes',
      canUndo: true,
      canRedo: true,
    })
    expect(must(await ask('history.redo'))).toMatchObject({ subject: id, field: 'themes', canRedo: false })
    expect(must(await ask('records.delete', { ids: [id] }))).toEqual({ changed: 1 })
    expect(must(await ask('records.restore', { ids: [id] }))).toEqual({ changed: 1 })
    expect(problemOf(await ask('records.view', { id: 'nobody' }))).toEqual({ code: 'unknown-record', id: 'nobody' })
    const source = join(newFolder(), 'source.jsonl')
    writeFileSync(source, '{"id":"a","title":"Podor"}\nbroken\n')
    expect(must(await ask('import.files', { paths: [source] }))).toEqual({
      ...{ imported: 1, updated: 0, unchanged: 0, problems: [{ where: 'line 2', code: 'broken-line' }] },
    })
    expect(must(await ask<WorkspaceStatus>('workspace.save'))).toMatchObject({ records: 2, save: { kind: 'saved' } })
    must(await ask('engine.stop'))
    expect(must(await ask('workspace.status'))).toBeNull()
    expect(new Set(events)).toEqual(new Set(['workspace.status', 'subjects.changed', 'save.state']))
  })

  it('refuses typing that no editor can have made, and keeps it out of the log', async () => {
    const { ask, path } = await startEngine()
    must(await ask('workspace.create', { path, name: 'Équipe Sahel', lang: 'fr' }))
    const { id } = must(await ask<SubjectView>('records.create', { kind: 'case-study', lang: 'fr' }))
    const edit = { op: 'edit', field: 'body', locale: 'fr', update: Buffer.from('nothing like an update') }
    const before = must(await ask<WorkspaceStatus>('workspace.status')).changes
    const refusal = { code: 'wrong-value', field: 'body', expected: 'edit' }
    expect(problemOf(await ask('records.change', { id, steps: [edit] }))).toEqual(refusal)
    expect(problemOf(await ask('records.changeMany', { ids: [id], steps: [edit] }))).toEqual(refusal)
    expect(problemOf(await ask('records.create', { kind: 'lesson', lang: 'fr', steps: [edit] }))).toEqual(refusal)
    expect(problemOf(await ask('records.change', { id, steps: [{ ...edit, field: 'title' }] }))).toMatchObject({
      code: 'unknown-field',
    })
    expect(must(await ask<WorkspaceStatus>('workspace.status')).changes).toBe(before)
  })

  it('goes by the name that people have given themselves since', async () => {
    const { ask, path } = await startEngine()
    must(await ask('workspace.create', { path, name: 'Équipe Sahel', lang: 'fr' }))
    must(await ask('engine.profile', { author: 'Ana Diop', lang: 'fr' }))
    expect(must(await ask<SubjectView>('records.create', { kind: 'lesson', lang: 'fr' })).author).toBe('Ana Diop')
  })

  it('writes a bug down in full on this computer, and gives people a reference to it', async () => {
    const { ask, dataFolder, path } = await startEngine(({ openForReading }) => ({
      openForReading(file) {
        if (file === 'x') throw new Error('a bug of ours')
        return openForReading(file)
      },
    }))
    must(await ask('workspace.create', { path, name: 'Équipe Sahel', lang: 'fr' }))
    const problem = problemOf(await ask('import.files', { paths: ['x'] }))
    expect(problem).toEqual({ code: 'unexpected', ref: expect.stringMatching(/^\d+$/) as unknown })
    const log = readFileSync(join(dataFolder, 'problems.log'), 'utf8')
    expect(log).toContain('a bug of ours')
    expect(log).toContain('ref' in problem ? problem.ref : '')
  })
})
