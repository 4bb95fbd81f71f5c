import { describe, expect, it } from 'vitest'
import { findIdleKeys, findKeyUses, findUnknownKeys } from './support/locale-keys.ts'
import { findDisparities, flatten, type Locales } from './support/locale-parity.ts'
import { readSources } from './support/source-files.ts'
import { findMisprints } from './support/typography.ts'

const LANGS = ['en', 'fr', 'es'] as const
const locales: Locales = Object.fromEntries(LANGS.map((lang) => [lang, readWords(lang)]))

describe('the words of the interface', () => {
  it('are there in every language, with every plural form and every placeholder', () => {
    expect(findDisparities(locales)).toEqual([])
  })

  it.each(LANGS)('are set in type the way %s does it', (lang) => {
    const misprints = [...(locales[lang] ?? [])].flatMap(([key, sentence]) =>
      findMisprints(lang, sentence).map((what) => `${key}: ${what}: ${sentence}`),
    )
    expect(misprints).toEqual([])
  })
})

describe('the keys of the interface', () => {
  const words = locales['en'] ?? new Map<string, string>()
  const sources = readSources('src/**/*.{ts,tsx}')
  const uses = findKeyUses(sources, [...new Set([...words.keys()].map((key) => key.split(':')[0] ?? ''))])

  it('that code asks for are there', () => {
    expect(findUnknownKeys(uses, words)).toEqual([])
  })

  it('that are there are asked for', () => {
    // Files that code imports are read by property, which the compiler checks.
    const imported = sources.flatMap(({ text }) =>
      [...text.matchAll(/locales\/en\/([\w-]+)\.json/g)].map((match) => match[1]),
    )
    const namespaces = readSources('locales/en/*.json').map(({ path }) => path.replace(/.*\/|\.json$/g, ''))
    expect(
      findIdleKeys(
        uses,
        words,
        namespaces.filter((name) => !imported.includes(name)),
      ),
    ).toEqual([])
  })
})

describe('the words of the taxonomies', () => {
  it.each(LANGS)('are set in type the way %s does it', (lang) => {
    const labels = readSources('resources/taxonomies/*.json').flatMap(({ path, text }) =>
      labelsIn(JSON.parse(text), lang).map((label) => ({ path, label })),
    )
    expect(labels.length).toBeGreaterThan(0)
    const misprints = labels.flatMap(({ path, label }) =>
      findMisprints(lang, label).map((what) => `${path}: ${what}: ${label}`),
    )
    expect(misprints).toEqual([])
  })
})

describe('the check of keys and forms', () => {
  const found = (en: object, fr: object) =>
    findDisparities({ en: new Map(flatten('app:', en)), fr: new Map(flatten('app:', fr)) })

  it('is content with two languages that say the same', () => {
    const en = { save: 'Saved at {{time}}', found_one: 'One record', found_other: '{{count}} records' }
    const fr = {
      save: 'Enregistré à {{time}}',
      found_one: '{{count}} fiche',
      found_many: '{{count}} de fiches',
      found_other: '{{count}} fiches',
    }
    expect(found(en, fr)).toEqual([])
  })

  it.each([
    ['a missing key', { a: { b: 'Open' } }, {}, 'fr: app:a.b is missing'],
    ['a key that only one language has', {}, { a: 'Ouvrir' }, 'en: app:a is missing'],
    ['a missing plural form', { n_one: 'a', n_other: 'b' }, { n_one: 'a', n_other: 'b' }, 'fr: app:n_many is missing'],
    [
      'a plural form that a language does not have',
      { n_one: 'a', n_many: 'b', n_other: 'b' },
      { n_one: 'a', n_many: 'b', n_other: 'b' },
      'en: app:n_many is a form that this language does not have',
    ],
    [
      'a plural in one language alone',
      { n: '{{count}} notes' },
      { n_one: '{{count}}', n_many: '{{count}}', n_other: '{{count}}' },
      'en: app:n_one is missing',
    ],
    ['a lost placeholder', { a: 'At {{time}}' }, { a: 'À' }, 'fr: app:a lacks {{time}}'],
    [
      'a placeholder under another name',
      { a: 'At {{time}}' },
      { a: 'À {{heure}}' },
      'fr: app:a has {{heure}}, the other languages do not',
    ],
    ['a lost tag', { a: 'See <b>this</b>' }, { a: 'Voir <b>ceci' }, 'fr: app:a lacks </b>'],
    ['an empty sentence', { a: 'Open' }, { a: ' ' }, 'fr: app:a is empty'],
  ])('sees %s', (_what, en, fr, message) => {
    expect(found(en, fr)).toContain(message)
  })
})

describe('the check of keys in code', () => {
  const words = new Map([
    ['app:save', 'Save'],
    ['app:found_one', 'One'],
    ['app:found_other', 'More'],
    ['app:state.draft', 'Draft'],
  ])
  const usesIn = (text: string) => findKeyUses([{ path: 'src/a.ts', text }], ['app'])

  it('sees a key that has no words, written out or put together', () => {
    const uses = usesIn(
      "t('app:saev')\nt(`app:place.${name}`)\nt('app:save')\nt('app:found', { count })\nt(`app:state.${state}`)",
    )
    expect(findUnknownKeys(uses, words)).toEqual(['src/a.ts:1 asks for app:saev', 'src/a.ts:2 asks for app:place.…'])
  })

  it('sees words that nobody asks for', () => {
    expect(findIdleKeys(usesIn("t('app:found', { count })"), words, ['app'])).toEqual(['app:save', 'app:state.draft'])
  })
})

describe('the check of typography', () => {
  it.each([
    ['fr', 'Enregistrer ?'],
    ['fr', 'Enregistré : 14:03'],
    ['fr', 'Vraiment!'],
    ['fr', 'Attention: {{name}}'],
    ['fr', '« {{name}} »'],
    ['fr', '«Récit»'],
    ['fr', "l'espace"],
    ['fr', 'le "récit"'],
    ['fr', '{{count}}!'],
    ['es', 'Guardar?'],
    ['es', 'Vamos!'],
    ['es', '¿Guardar ?'],
    ['es', '« Relato »'],
    ['en', 'Save "{{name}}"'],
    ['en', 'Loading...'],
    ['en', ' Saved'],
  ])('sees what is wrong in %s: %s', (lang, sentence) => {
    expect(findMisprints(lang, sentence)).not.toEqual([])
  })

  it.each([
    ['fr', 'Enregistrer\u202f? À 14:03\u00a0: «\u00a0{{name}}\u00a0», l’espace…'],
    ['fr', 'https://unv.org/?q=a;b'],
    ['es', '¿Guardar «{{name}}»? ¡Sí!'],
    ['en', 'Save “{{name}}”? Don’t.'],
  ])('is content with %s: %s', (lang, sentence) => {
    expect(findMisprints(lang, sentence)).toEqual([])
  })
})

function readWords(lang: string): Map<string, string> {
  const files = readSources(`locales/${lang}/*.json`)
  return new Map(
    files.flatMap(({ path, text }) =>
      flatten(`${path.split('/').at(-1)?.replace('.json', '') ?? ''}:`, JSON.parse(text)),
    ),
  )
}

function labelsIn(content: unknown, lang: string): string[] {
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([key, value]) =>
    key === lang && typeof value === 'string' ? [value] : labelsIn(value, lang),
  )
}
