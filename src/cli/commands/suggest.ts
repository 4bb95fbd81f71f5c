import { isLang, type Lang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import type { Suggestion } from '../../core/suggest/suggestion.ts'
import type { ThemeSuggestion } from '../../core/suggest/suggest-themes.ts'
import { sdgLabel } from '../../core/taxonomy/sdgs.ts'
import { themeLabel } from '../../core/taxonomy/themes.ts'
import { suggestForRecord, suggestForText } from '../../engine/suggest.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import { type Answer, type Command, type Invocation, optionText } from '../command.ts'
import { idOf } from './show.ts'

/** What suggestions of a text and of a record have in common. */
type Suggested = {
  readonly lang: Lang | null
  readonly goals: readonly Suggestion[]
  readonly targets: readonly Suggestion[]
  readonly themes: readonly ThemeSuggestion[]
  readonly read: number
}

/** Suggests goals, targets and themes for a record, or for a text on standard input, and says which words speak for them. */
export const suggest: Command = {
  name: 'suggest',
  syntax: '(FILE ID | -) [--lang L]',
  options: { lang: { type: 'string' } },
  arity: [1, 2],
  fits: ([path, ...rest]) => rest.length === (path === '-' ? 0 : 1),
  async run(invocation): Promise<Outcome<Answer>> {
    const [path = '', id = ''] = invocation.args
    const lang = optionText(invocation, 'lang')
    if (lang !== undefined && !isLang(lang)) return refused({ code: 'unknown-lang', lang })
    if (path === '-') {
      const text = new TextDecoder().decode(await invocation.readStdin())
      return done(answerWith(suggestForText(text, lang, invocation.ui), invocation))
    }
    return withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) => {
      const suggested = suggestForRecord(workspace, idOf(workspace, id), lang)
      return suggested ? done(answerWith(suggested, invocation)) : refused({ code: 'unknown-record', id })
    })
  },
}

function answerWith(suggested: Suggested, invocation: Invocation): Answer {
  return { json: suggested, text: asLines(suggested, invocation) }
}

function asLines({ lang, goals, targets, themes }: Suggested, { words, ui }: Invocation): string {
  if (lang === null) return words('suggest.unknownLang')
  const likely = [...goals, ...targets].filter(({ suggested }) => suggested)
  const themed = themes.filter(({ suggested }) => suggested)
  if (likely.length + themed.length === 0) return words('suggest.none')
  const terms = (because: Suggestion['because']) =>
    [...new Set(because.map(({ term }) => term.toLocaleLowerCase(ui)))]
      .slice(0, 5)
      .map((term) => words('suggest.term', { term }))
      .join(', ')
  return [
    ...likely.map(({ sdg, score, because }) => {
      const percent = Math.min(99, Math.round(score * 100))
      return words('suggest.line', { sdg, label: sdgLabel(sdg, ui), percent, terms: terms(because) })
    }),
    ...themed.map(({ theme, because }) =>
      words('suggest.theme', { label: themeLabel(theme, ui) ?? theme, terms: terms(because) }),
    ),
  ].join('\n')
}
