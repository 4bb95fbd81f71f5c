import { isJsonObject, type Json, type JsonObject, jsonText } from '../../core/model/json.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { showSubject } from '../../engine/answers/show.ts'
import { statsOf } from '../../engine/answers/stats.ts'
import { openWholeSearch } from '../../engine/kept-index.ts'
import type { WorkspaceSearch } from '../../engine/search.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import type { Command, Invocation } from '../command.ts'
import { countOption, filtersFrom, listed } from './listing.ts'
import { searchAnswer } from './search.ts'
import { idOf } from './show.ts'

/** Answers requests, one JSON value a line on standard input, with the workspace open throughout. */
export const batch: Command = {
  name: 'batch',
  syntax: 'FILE',
  options: {},
  arity: [1, 1],
  async run(invocation) {
    const [path = ''] = invocation.args
    return withWorkspaceFile(invocation.environment, path, { write: false }, async (workspace) => {
      const search = await openWholeSearch(invocation.environment, workspace)
      for await (const line of invocation.stdinLines()) {
        if (line.trim() !== '') invocation.write(`${JSON.stringify(reply(invocation, workspace, search, line))}\n`)
      }
      return done({ json: null, raw: '', text: '' })
    })
  },
}

function reply(invocation: Invocation, workspace: Workspace, search: WorkspaceSearch, line: string) {
  const request = parse(line)
  if (!request) return { id: null, ok: false, problem: { code: 'bad-request', reason: 'json' } satisfies Problem }
  const id = request['id'] ?? null
  const outcome = answerTo(invocation, workspace, search, request)
  return outcome.ok ? { id, ok: true, value: outcome.value } : { id, ok: false, problem: outcome.problem }
}

function parse(line: string): JsonObject | undefined {
  try {
    const value = JSON.parse(line) as Json
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function answerTo(
  invocation: Invocation,
  workspace: Workspace,
  search: WorkspaceSearch,
  request: JsonObject,
): Outcome<unknown> {
  const { ui } = invocation
  const options = asOptions(request)
  const paging = { filters: filtersFrom(options, workspace), offset: countOption(options, 'offset', 0), lang: ui }
  switch (request['do']) {
    case 'search': {
      const query = typeof request['query'] === 'string' ? request['query'] : ''
      const limit = countOption(options, 'limit', 20)
      return done(searchAnswer(search.page({ ...paging, query, sort: 'relevance', descending: true, limit }), ui))
    }
    case 'list': {
      const limit = countOption(options, 'limit', 50)
      const page = search.page({ ...paging, query: '', sort: 'modified', descending: true, limit })
      return done({ total: page.total, records: page.hits.map((hit) => listed(hit.card, ui)) })
    }
    case 'show': {
      const named = jsonText(request['record'] ?? request['of'])
      const subject = workspace.subject(idOf(workspace, named))
      return subject ? done(showSubject(subject)) : refused({ code: 'unknown-record', id: named })
    }
    case 'stats':
      return done(statsOf(workspace.store))
    case 'suggest':
      return refused({ code: 'command-not-available', command: 'suggest' })
    default:
      return refused({ code: 'unknown-operation', op: jsonText(request['do']) })
  }
}

function asOptions(request: JsonObject): Invocation['options'] {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.join(',')]
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : undefined]
    }),
  )
}
