import { describe, expect, test } from 'vitest'
import type { EngineRequest } from '../../src/ipc/bridge.ts'
import { type EngineListener, superviseEngine } from '../../src/main/engine-link.ts'
import { done } from '../../src/main/outcome.ts'

/** An engine whose answers a test gives by hand. */
type FakeEngine = EngineListener & { readonly asked: EngineRequest[]; killed: boolean }

function supervised() {
  const engines: FakeEngine[] = []
  const events: { readonly name: string; readonly event: unknown }[] = []
  const logged: string[] = []
  const link = superviseEngine({
    spawn: (listener) => {
      const engine: FakeEngine = { ...listener, asked: [], killed: false }
      engines.push(engine)
      return {
        send: (request) => engine.asked.push(request),
        kill: () => {
          engine.killed = true
        },
      }
    },
    profile: () => ({ dataFolder: '/data', author: 'Awa Diallo', lang: 'fr' }),
    onEvent: (name, event) => events.push({ name, event }),
    log: (what) => logged.push(what),
  })
  return { link, engines, events, logged }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

async function answer(engine: FakeEngine | undefined, name: string, value: unknown): Promise<void> {
  const request = engine?.asked.findLast((asked) => asked.name === name)
  if (!engine || !request) throw new Error(`Nobody asked for ${name}.`)
  engine.onMessage({ kind: 'answer', seq: request.seq, outcome: done(value) })
  await settled()
}

async function ready(engine: FakeEngine | undefined): Promise<void> {
  engine?.onMessage({ kind: 'ready' })
  await settled()
  await answer(engine, 'engine.start', null)
}

const names = (engine: FakeEngine | undefined) => engine?.asked.map(({ name }) => name)

describe('the engine', () => {
  test('is started by the first call, told whom it works for, and then asked', async () => {
    const { link, engines } = supervised()
    const status = link.call('workspace.status', {})
    await settled()
    expect(names(engines[0])).toEqual([])
    await ready(engines[0])
    await answer(engines[0], 'workspace.status', null)
    expect(await status).toEqual(done(null))
    expect(engines[0]?.asked[0]?.ask).toEqual({ dataFolder: '/data', author: 'Awa Diallo', lang: 'fr' })
  })

  test('gets each answer to the one who asked, in whatever order they come', async () => {
    const { link, engines } = supervised()
    const first = link.call('records.view', { id: 'a' })
    const second = link.call('records.cards', { ids: ['a'] })
    await ready(engines[0])
    await answer(engines[0], 'records.cards', ['line'])
    await answer(engines[0], 'records.view', 'view')
    expect([await first, await second]).toEqual([done('view'), done(['line'])])
  })

  test('that stops by accident is started again, opens the same workspace, and says so', async () => {
    const { link, engines, events, logged } = supervised()
    const opened = link.call('workspace.open', { path: '/home/awa/Crues.temoin' })
    await ready(engines[0])
    await answer(engines[0], 'workspace.open', { recovered: 0 })
    await opened
    const lost = link.call('records.view', { id: 'a' })
    await settled()
    engines[0]?.onExit(9)
    expect(await lost).toEqual({ ok: false, problem: { code: 'engine-restarted' } })
    await ready(engines[1])
    expect(engines[1]?.asked.at(-1)).toMatchObject({ name: 'workspace.open', ask: { path: '/home/awa/Crues.temoin' } })
    await answer(engines[1], 'workspace.open', { recovered: 3 })
    expect(events).toEqual([
      { name: 'workspace.status', event: { recovered: 3 } },
      { name: 'engine.restarted', event: { recovered: 3 } },
    ])
    expect(logged).toHaveLength(1)
  })

  test('answers calls made while it was being started again, after the workspace is open', async () => {
    const { link, engines } = supervised()
    const opened = link.call('workspace.open', { path: '/w.temoin' })
    await ready(engines[0])
    await answer(engines[0], 'workspace.open', { recovered: 0 })
    await opened
    engines[0]?.onExit(1)
    const status = link.call('workspace.status', {})
    await ready(engines[1])
    expect(names(engines[1])).toEqual(['engine.start', 'workspace.open'])
    await answer(engines[1], 'workspace.open', { recovered: 0 })
    await answer(engines[1], 'workspace.status', 'open')
    expect(await status).toEqual(done('open'))
  })

  test('that cannot stay up is left alone, until somebody asks again', async () => {
    const { link, engines } = supervised()
    const first = link.call('workspace.status', {})
    for (let accident = 0; accident < 4; accident += 1) {
      await settled()
      engines[accident]?.onExit(1)
    }
    expect(await first).toEqual({ ok: false, problem: { code: 'engine-restarted' } })
    await settled()
    expect(engines).toHaveLength(4)
    const again = link.call('workspace.status', {})
    await ready(engines[4])
    await answer(engines[4], 'workspace.status', null)
    expect(await again).toEqual(done(null))
  })

  test('is stopped after it has put everything on disk, and answers nothing more', async () => {
    const { link, engines } = supervised()
    const status = link.call('workspace.status', {})
    await ready(engines[0])
    await answer(engines[0], 'workspace.status', null)
    await status
    const stopped = link.stop()
    await settled()
    expect(engines[0]?.killed).toBe(false)
    await answer(engines[0], 'engine.stop', null)
    expect(await stopped).toEqual(done(null))
    expect(engines[0]?.killed).toBe(true)
    engines[0]?.onExit(0)
    expect(await link.call('workspace.status', {})).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(engines).toHaveLength(1)
  })

  test('stays when it could not put everything on disk', async () => {
    const { link, engines } = supervised()
    const status = link.call('workspace.status', {})
    await ready(engines[0])
    await answer(engines[0], 'workspace.status', null)
    await status
    const stopped = link.stop()
    await settled()
    const request = engines[0]?.asked.at(-1)
    const problem = { code: 'disk-full', path: '/w.temoin' } as const
    engines[0]?.onMessage({ kind: 'answer', seq: request?.seq ?? 0, outcome: { ok: false, problem } })
    expect(await stopped).toEqual({ ok: false, problem })
    expect(engines[0]?.killed).toBe(false)
  })

  test('that was never needed has nothing to put on disk', async () => {
    const { link, engines } = supervised()
    expect(await link.stop()).toEqual(done(null))
    expect(engines).toHaveLength(0)
  })
})
