/** The words of one language: file name and dotted key to sentence. */
export type Words = ReadonlyMap<string, string>

/** The words of every language, by its code. */
export type Locales = Readonly<Record<string, Words>>

const PLURAL = /^(.*?)(_ordinal)?_(zero|one|two|few|many|other)$/

/** Turns the content of a locale file into dotted keys and sentences; anything but a sentence is an error. */
export function flatten(prefix: string, content: unknown): [string, string][] {
  if (typeof content === 'string') return [[prefix, content]]
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Error(`${prefix} is not a sentence`)
  return Object.entries(content).flatMap(([key, value]) =>
    flatten(prefix.endsWith(':') ? prefix + key : `${prefix}.${key}`, value),
  )
}

/** Says what is missing, empty or different between languages: keys, plural forms, placeholders and tags. */
export function findDisparities(locales: Locales): string[] {
  const families = Object.entries(locales).map(([lang, words]) => ({
    lang,
    forms: Map.groupBy(words, ([key]) => baseOf(key)),
  }))
  const bases = new Set(families.flatMap(({ forms }) => [...forms.keys()]))
  const perSentence = [...bases].sort().flatMap((base) => {
    const sentences = families.map(({ lang, forms }) => ({ lang, forms: forms.get(base) ?? [] }))
    return [...missingForms(base, sentences), ...differentParts(base, sentences)]
  })
  return [...perSentence, ...emptyOnes(locales)]
}

/** One sentence in one language: its forms, by key. */
type Sentence = { readonly lang: string; readonly forms: readonly (readonly [string, string])[] }

function missingForms(base: string, sentences: readonly Sentence[]): string[] {
  const counted = sentences.some(({ forms }) => forms.some(([key]) => key !== base))
  return sentences.flatMap(({ lang, forms }) => {
    const there = forms.map(([key]) => key)
    const wanted = counted ? wantedForms(lang, base) : [base]
    const missing = wanted.filter((key) => !there.includes(key)).map((key) => `${lang}: ${key} is missing`)
    // A zero form is allowed everywhere: it lets an empty place have words of its own.
    const extra = there
      .filter((key) => !wanted.includes(key) && !key.endsWith('_zero'))
      .map((key) => `${lang}: ${key} is a form that this language does not have`)
    return [...missing, ...extra]
  })
}

function wantedForms(lang: string, base: string): string[] {
  const type = base.endsWith('_ordinal') ? 'ordinal' : 'cardinal'
  return new Intl.PluralRules(lang, { type })
    .resolvedOptions()
    .pluralCategories.map((category) => `${base}_${category}`)
}

/** Sentences may leave out the number ("one record"), but neither gain a part nor lose another one. */
function differentParts(base: string, sentences: readonly Sentence[]): string[] {
  const wanted = partsOf(sentences[0]?.forms.at(-1)?.[1] ?? '')
  return sentences.flatMap(({ lang, forms }) =>
    forms.flatMap(([key, words]) => {
      const parts = partsOf(words)
      const lost = [...wanted].filter((part) => !parts.has(part) && !(key !== base && part === '{{count}}'))
      const gained = [...parts].filter((part) => !wanted.has(part))
      return [
        ...lost.map((part) => `${lang}: ${key} lacks ${part}`),
        ...gained.map((part) => `${lang}: ${key} has ${part}, the other languages do not`),
      ]
    }),
  )
}

function emptyOnes(locales: Locales): string[] {
  return Object.entries(locales).flatMap(([lang, words]) =>
    [...words].filter(([, sentence]) => sentence.trim() === '').map(([key]) => `${lang}: ${key} is empty`),
  )
}

function baseOf(key: string): string {
  const match = PLURAL.exec(key)
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : key
}

/** Placeholders and tags, without the format that a language may choose for a number or a date. */
function partsOf(sentence: string): Set<string> {
  const placeholders = [...sentence.matchAll(/\{\{\s*([\w.-]+)[^}]*\}\}/g)].map((match) => `{{${match[1] ?? ''}}}`)
  const tags = [...sentence.matchAll(/<\/?[\w-]+\s*\/?>/g)].map((match) => match[0])
  return new Set([...placeholders, ...tags])
}
