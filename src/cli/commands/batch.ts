import { isJsonObject, type Json, type JsonObject, jsonText } from '../../core/model/json.ts'
import { isLang } from '../../core/model/lang.ts'
import { done, type Outcome, type Problem, refused } from '../../core/problem.ts'
import { showSubject } from '../../engine/answers/show.ts'
import { parseLine } from '../../engine/import/parse-line.ts'
import { openWholeSearch } from '../../engine/kept-index.ts'
import type { WorkspaceSearch } from '../../engine/search.ts'
import { suggestForText } from '../../engine/suggest.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Command, type Invocation, optionText } from '../command.ts'
import { countOption, filtersFrom, listed } from './listing.ts'
import { searchAnswer } from './search.ts'
import { idOf, inLanguage } from './show.ts'
import { statsAnswer } from './stats.ts'

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
  const request = parseLine(line)
  if (!isJsonObject(request))
    return { id: null, ok: false, problem: { code: 'bad-request', reason: 'json' } satisfies Problem }
  const id = request['id'] ?? null
  const outcome = answerOrBug(invocation, workspace, search, request)
  return outcome.ok ? { id, ok: true, value: outcome.value } : { id, ok: false, problem: outcome.problem }
}

/** A request that goes wrong must not end those after it. */
function answerOrBug(...[invocation, ...rest]: Parameters<typeof answerTo>): Outcome<unknown> {
  try {
    return answerTo(invocation, ...rest)
  } catch (error) {
    return refused(invocation.bug(error))
  }
}

function answerTo(
  invocation: Invocation,
  workspace: Workspace,
  search: WorkspaceSearch,
  request: JsonObject,
): Outcome<unknown> {
  const { ui } = invocation
  const uncountable = ['limit', 'offset'].find((name) => !isCount(request[name] ?? 0))
  if (uncountable !== undefined) return refused({ code: 'wrong-value', field: uncountable, expected: '0, 1, 2 …' })
  const options = asOptions(request)
  const filters = filtersFrom(WITHOUT_FILTERS.has(request['do'] ?? null) ? {} : options, workspace)
  if (!filters.ok) return filters
  const paging = { filters: filters.value, offset: countOption(options, 'offset', 0), lang: ui }
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
      const lang = optionText({ options }, 'lang')
      if (lang !== undefined && !isLang(lang)) return refused({ code: 'unknown-lang', lang })
      const subject = workspace.subject(idOf(workspace, named))
      return subject
        ? done(inLanguage(showSubject(subject, workspace.store.changesOf(subject.id)), lang))
        : refused({ code: 'unknown-record', id: named })
    }
    case 'stats':
      return done(statsAnswer(invocation, workspace))
    case 'suggest': {
      const lang = optionText({ options }, 'lang')
      if (lang !== undefined && !isLang(lang)) return refused({ code: 'unknown-lang', lang })
      const text = request['text']
      if (typeof text !== 'string') return refused({ code: 'wrong-value', field: 'text', expected: '"…"' })
      return done(suggestForText(text, lang, ui))
    }
    default:
      return refused({ code: 'unknown-operation', op: jsonText(request['do']) })
  }
}

/** Requests in which `lang` names a version, and filters nothing. */
const WITHOUT_FILTERS: ReadonlySet<Json> = new Set<Json>(['show', 'suggest'])

function isCount(value: Json): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function asOptions(request: JsonObject): Invocation['options'] {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.join(',')]
      return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : undefined]
    }),
  )
}
