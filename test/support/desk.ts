import { afterEach, beforeEach, vi } from 'vitest'
import type { FieldStep, SubjectView } from '../../src/core/model/view.ts'
import { mergeEdits } from '../../src/core/rich-text/merge-edits.ts'
import { plainText } from '../../src/core/rich-text/plain-text.ts'
import { readDocument } from '../../src/core/rich-text/read-document.ts'
import { seedOf } from '../../src/core/rich-text/seed.ts'
import { insertText } from '../../src/core/rich-text/text-steps.ts'
import type { EngineEnvironment } from '../../src/engine/environment.ts'
import { historyHandlers } from '../../src/engine/handlers/history-handlers.ts'
import { libraryHandlers } from '../../src/engine/handlers/library-handlers.ts'
import { mergeHandlers } from '../../src/engine/handlers/merge-handlers.ts'
import { recordHandlers } from '../../src/engine/handlers/record-handlers.ts'
import { suggestHandlers } from '../../src/engine/handlers/suggest-handlers.ts'
import { syncHandlers } from '../../src/engine/handlers/sync-handlers.ts'
import { versionHandlers } from '../../src/engine/handlers/version-handlers.ts'
import { workspaceHandlers } from '../../src/engine/handlers/workspace-handlers.ts'
import { type Emit, type Opened, Session } from '../../src/engine/session.ts'
import type { Ask } from '../../src/ipc/contract.ts'
import type { EventName, Events } from '../../src/ipc/events.ts'
import { must } from './engine.ts'

/** One event that a window would have been sent. */
export type Told = { readonly [N in EventName]: { readonly name: N; readonly event: Events[N] } }[EventName]

/** Somebody at the app: a session with its handlers, without a window. */
export type Desk = {
  readonly session: Session
  readonly calls: ReturnType<typeof recordHandlers> &
    ReturnType<typeof historyHandlers> &
    ReturnType<typeof versionHandlers> &
    ReturnType<typeof workspaceHandlers> &
    ReturnType<typeof syncHandlers> &
    ReturnType<typeof libraryHandlers> &
    ReturnType<typeof suggestHandlers> &
    ReturnType<typeof mergeHandlers>
  readonly told: readonly Told[]
  readonly open: () => Opened
  /** Waits until everything typed is in the journal, as half a second would. */
  readonly journalled: () => Promise<void>
  readonly create: (steps?: readonly FieldStep[], kind?: 'case-study' | 'lesson' | 'brief') => Promise<string>
  readonly change: (id: string, steps: readonly FieldStep[]) => Promise<SubjectView>
  readonly view: (id: string) => Promise<SubjectView>
  /** The text of a rich field as a person reads it. */
  readonly text: (id: string, field?: string, locale?: string) => Promise<string>
}

/** Sits somebody down at a computer. */
export function deskAt(environment: EngineEnvironment): Desk {
  const told: Told[] = []
  const emit = ((name: EventName, event: Events[EventName]) => told.push({ name, event } as Told)) as Emit
  const session = new Session(environment, emit)
  const calls = {
    ...recordHandlers(session),
    ...historyHandlers(session),
    ...workspaceHandlers(session),
    ...versionHandlers(session),
    ...syncHandlers(session),
    ...libraryHandlers(session),
    ...suggestHandlers(session),
    ...mergeHandlers(session),
  }
  const view = async (id: string) => must(await calls['records.view']({ id }))
  return {
    session,
    calls,
    told,
    view,
    open: () => must(session.current()),
    async journalled() {
      must(await must(session.current()).journal.flush())
    },
    create: async (steps = [], kind = 'case-study') =>
      must(await calls['records.create']({ kind, lang: 'fr', steps: asked(steps) })).id,
    change: async (id, steps) => must(await calls['records.change']({ id, steps: asked(steps) })),
    text: async (id, field = 'body', locale = 'fr') => (await view(id)).rich[`${field}:${locale}`]?.text ?? '',
  }
}

/** Steps as they come in from a window. */
function asked(steps: readonly FieldStep[]): Ask<'records.change'>['steps'] {
  return steps as unknown as Ask<'records.change'>['steps']
}

let pens = 0

/** Somebody's editor on one rich field: it has its own copy of the text and sends on what is typed. */
export type Pen = { readonly write: (text: string) => Promise<void>; readonly text: () => string }

/** Opens an editor on a field; `write` types at the end of the text. */
export async function penOn(desk: Desk, id: string, field = 'body', locale = 'fr'): Promise<Pen> {
  pens += 1
  const client = 77_000_000 + pens
  const seen = (await desk.view(id)).rich[`${field}:${locale}`]
  let state: Uint8Array = seen?.state ?? seedOf(id, field, locale)
  const text = () => plainText(readDocument(state))
  return {
    text,
    async write(words) {
      const update = must(insertText(state, text().length, words, client))
      state = mergeEdits([state, update])
      await desk.change(id, [{ op: 'edit', field, locale, update }])
    },
  }
}

/** In every test of a file, timers go off when the test says so, and only then. */
export function useTestTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Lets time pass at a desk, and waits for the saves that come due in it. */
export async function pass(desk: Desk, millis: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(millis)
  const current = desk.session.current()
  if (!current.ok) return
  await current.value.sync.idle()
  await current.value.saver.idle()
  await current.value.journal.flush()
}
