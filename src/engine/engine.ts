import type { Outcome } from '../core/problem.ts'
import { done, refused } from '../core/problem.ts'
import type { EngineEnvironment } from './environment.ts'
import { briefHandlers, printHandlers } from './handlers/brief-handlers.ts'
import type { Handlers, ShellHandlers } from './handlers/handlers.ts'
import { historyHandlers } from './handlers/history-handlers.ts'
import { libraryHandlers } from './handlers/library-handlers.ts'
import { mergeHandlers } from './handlers/merge-handlers.ts'
import { peopleHandlers } from './handlers/people-handlers.ts'
import { recordHandlers } from './handlers/record-handlers.ts'
import { suggestHandlers } from './handlers/suggest-handlers.ts'
import { syncHandlers } from './handlers/sync-handlers.ts'
import { translationHandlers } from './handlers/translation-handlers.ts'
import { versionHandlers } from './handlers/version-handlers.ts'
import { workspaceHandlers } from './handlers/workspace-handlers.ts'
import { createLog } from './log.ts'
import { type Emit, Session } from './session.ts'

/** The application without a window: answers calls by name. */
export type Engine = {
  readonly answer: (name: string, ask: unknown) => Promise<Outcome<unknown>>
  readonly log: (where: string, error: unknown) => string
}

type Answer = (ask: never) => Promise<Outcome<unknown>> | Outcome<unknown>

/**
 * Makes an engine. Until `engine.start` it knows no folder and answers nothing else.
 *
 * Asks were checked against the contract before they came here. A bug is logged in full and answered as `unexpected`
 * with a reference; expected refusals are answers like any other.
 */
export function createEngine(
  openEnvironment: (dataFolder: string, author: string) => Promise<EngineEnvironment>,
  emit: Emit,
): Engine {
  const log = createLog()
  let answers: ReadonlyMap<string, Answer> = new Map()
  let profile = { author: '' }

  async function start(ask: { readonly dataFolder: string; readonly author: string }): Promise<Outcome<null>> {
    profile = { author: ask.author }
    const environment = await openEnvironment(ask.dataFolder, ask.author)
    log.openIn(environment)
    const session = new Session({ ...environment, author: () => profile.author }, emit)
    const handlers: Handlers = {
      ...workspaceHandlers(session),
      ...syncHandlers(session),
      ...recordHandlers(session),
      ...suggestHandlers(session),
      ...historyHandlers(session),
      ...peopleHandlers(session),
      ...translationHandlers(session),
      ...libraryHandlers(session),
      ...briefHandlers(session),
      ...mergeHandlers(session),
      ...versionHandlers(session),
    }
    const shell: Omit<ShellHandlers, 'engine.start'> = {
      ...printHandlers(session),
      'engine.profile'({ author }) {
        profile = { author }
        return done(null)
      },
      async 'engine.stop'() {
        await session.close()
        return done(null)
      },
    }
    answers = new Map(Object.entries({ ...handlers, ...shell }))
    return done(null)
  }

  return {
    async answer(name, ask) {
      try {
        if (name === 'engine.start') return await start(ask as Parameters<typeof start>[0])
        const handler = answers.get(name)
        if (!handler) return refused({ code: 'bad-request', reason: name })
        return await handler(ask as never)
      } catch (error) {
        return refused({ code: 'unexpected', ref: log.write(name, error) })
      }
    },
    log: log.write,
  }
}
