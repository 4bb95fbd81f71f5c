import { LANGS, type Lang } from '../model/lang.ts'

/** One idea, with what people call it in three languages. */
export type Concept = {
  /** Permanent: hits name it, and workspaces extend it by it. */
  readonly id: string
  /** The usual name of each language comes first. */
  readonly names: Readonly<Record<Lang, readonly Name[]>>
  /** Names that are typed for it, in no language or any ("RDC"). */
  readonly typed?: readonly Name[]
  /** The id of the concept that this one is a kind of. */
  readonly broader?: string
}

/** A word or an expression. */
export type Name = {
  readonly text: string
  /** It also means something else, and counts for less. */
  readonly ambiguous: boolean
  /** It is the name of one thing in the world, which records hold uninflected. */
  readonly proper?: true
}

const AMBIGUOUS = '~'

/** Reads a line of `resources/concepts`: id, names in English, French and Spanish, and the broader concept if any. */
export function readConcept(line: string): Concept {
  const [id = '', en = '', fr = '', es = '', broader] = line.split('|')
  const names = { en: readNames(en), fr: readNames(fr), es: readNames(es) }
  return broader === undefined ? { id, names } : { id, names, broader }
}

/** Reads names between commas. */
export function readNames(column: string): readonly Name[] {
  return column
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== AMBIGUOUS)
    .map((name) =>
      name.startsWith(AMBIGUOUS)
        ? { text: name.slice(AMBIGUOUS.length).trim(), ambiguous: true }
        : { text: name, ambiguous: false },
    )
}

/** Every name of a concept with its language. */
export function namesOf({ names }: Concept): readonly (readonly [Lang, Name])[] {
  return LANGS.flatMap((lang) => names[lang].map((name) => [lang, name] as const))
}
