import { isLang } from '../../core/model/lang.ts'
import { done, refused } from '../../core/problem.ts'
import { isJsonObject, type Json, jsonText } from '../../core/model/json.ts'
import { showSubject } from '../../engine/answers/show.ts'
import { withWorkspaceFile } from '../../engine/workspace-file.ts'
import type { Workspace } from '../../engine/workspace.ts'
import { type Command, type Invocation, optionText, type Words } from '../command.ts'

/** Shows one record whole. */
export const show: Command = {
  name: 'show',
  syntax: 'FILE ID [--lang L]',
  options: { lang: { type: 'string' } },
  arity: [2, 2],
  async run(invocation) {
    const [path = '', id = ''] = invocation.args
    const lang = optionText(invocation, 'lang')
    if (lang !== undefined && !isLang(lang)) return refused({ code: 'unknown-lang', lang })
    return withWorkspaceFile(invocation.environment, path, { write: false }, (workspace) => {
      const subject = workspace.subject(idOf(workspace, id))
      if (!subject) return refused({ code: 'unknown-record', id })
      const json = inLanguage(showSubject(subject, workspace.store.changesOf(subject.id)), lang)
      return done({ json, text: asPage(json, invocation.words, lang ?? invocation.ui) })
    })
  },
}

/** A record by its id or by the external id it was imported with. */
export function idOf(workspace: Workspace, named: string): string {
  if (workspace.store.changesOf(named).length > 0) return named
  return workspace.store.cards().find((card) => card.externalId === named)?.id ?? named
}

/** With a language given, localized fields keep only that version. */
export function inLanguage(
  shown: { readonly [key: string]: Json },
  lang: string | undefined,
): { readonly [key: string]: Json } {
  if (lang === undefined) return shown
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => {
      if (!isJsonObject(value) || !isJsonObject(value['values'])) return [name, value]
      const version = value['values'][lang]
      return [name, { ...value, values: version === undefined ? {} : { [lang]: version } }]
    }),
  )
}

/** What the answer says of a record beside its fields. */
const ABOUT = new Set(['id', 'kind', 'created', 'modified', 'deleted', 'contested', 'sdgStrength'])

function asPage(shown: { readonly [key: string]: Json }, words: Words, lang: Invocation['ui']): string {
  const { translations: _, ...parts } = shown
  const lines = Object.entries(parts).flatMap(([name, value]) => {
    const text = name === 'kind' ? words(`kinds:${jsonText(value)}.name`) : asWords(value, lang)
    if (text === '') return []
    const label = ABOUT.has(name) ? words(`show.${name}`) : words(`kinds:fields.${name}.label`, { defaultValue: name })
    return [text.includes('\n') ? `\n${label}\n${text}\n` : `${label}: ${text}`]
  })
  return lines.join('\n')
}

function asWords(value: Json, lang: string): string {
  if (value === null || value === false) return ''
  if (!isJsonObject(value))
    return Array.isArray(value) ? value.map((entry) => asWords(entry as Json, lang)).join(', ') : jsonText(value)
  const versions = value['values']
  if (isJsonObject(versions)) {
    const shown = versions[lang] ?? versions[jsonText(value['source'])] ?? Object.values(versions)[0] ?? ''
    return jsonText(shown)
  }
  const { key: _key, ...parts } = value
  return Object.values(parts)
    .map((part) => asWords(part, lang))
    .filter((part) => part !== '')
    .join(' · ')
}
