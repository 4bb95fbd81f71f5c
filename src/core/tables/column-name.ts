import columnNames from '../../../resources/import/column-names.json' with { type: 'json' }
import choiceNames from '../../../resources/import/choice-names.json' with { type: 'json' }
import { isLang, type Lang } from '../model/lang.ts'
import { foldName } from '../taxonomy/fold.ts'

const targetByName = new Map(
  Object.entries(columnNames).flatMap(([target, names]) => names.map((name) => [foldName(name), target] as const)),
)

const CHOICES: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries(choiceNames).map(([field, choices]) => [
    field,
    new Map(
      Object.entries(choices).flatMap(([id, names]) => [id, ...names].map((name) => [foldChoice(name), id] as const)),
    ),
  ]),
)

/** The id of the choice that a person means, by its id or its usual names in the three languages. */
export function matchChoice(field: string, written: string): string | undefined {
  return CHOICES[field]?.get(foldChoice(written))
}

/** One letter can be a choice, even where it is an article in a name. */
function foldChoice(text: string): string {
  return foldName(text) || text.trim().toLowerCase()
}

/** What the name of a column says: what it holds, without the groups it stands in, and the language it is for. */
export type ColumnName = { readonly name: string; readonly lang?: Lang }

const LANG_ENDINGS = [
  /^(?<name>.+?)\s*::\s*(?<lang>[^()]+)$/u,
  /^(?<name>.+?)\s*(?:::[^()]*)?[([](?<lang>[^()[\]]{2,12})[)\]]$/u,
  /^(?<name>.+?)[\s_:.-]+(?<lang>en|fr|es)$/iu,
]

/** Takes the name of a column apart: `title::Français (fr)`, `titre_fr`, `Título (ES)`, `recit/titre`. */
export function readColumnName(written: string): ColumnName {
  for (const ending of LANG_ENDINGS) {
    const { name, lang: word } = ending.exec(written)?.groups ?? {}
    const lang = word === undefined ? undefined : matchChoice('lang', word)
    if (name !== undefined && isLang(lang)) return { name: name.replace(/::.*$/u, ''), lang }
  }
  return { name: written }
}

/** The target that a column's name asks for, in any of the three languages; undefined where it says nothing known. */
export function targetNamed(name: string): string | undefined {
  const parts = [
    name,
    name.split('/').at(-1) ?? name,
    name.split(/[:.]/).at(-1) ?? name,
    name.split('-').at(-1) ?? name,
  ]
  for (const part of parts) {
    const found = targetByName.get(foldName(part))
    if (found !== undefined) return found
  }
  return undefined
}
