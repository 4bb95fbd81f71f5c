import demonymLines from '../../../resources/taxonomies/demonyms.json' with { type: 'json' }
import { LANGS } from '../model/lang.ts'
import { foldWord } from '../search/fold.ts'
import { COUNTRIES } from '../taxonomy/countries.ts'
import { type Concept, type Name, namesOf, readConcept } from './concept.ts'

/** Short names of countries that people type for something else: water, in French. */
const OTHER_WORDS = new Set(['eau'])

/**
 * Every country as a concept: whoever types its name in one language, another usual name of it or what its people are
 * called finds the records that are about it.
 */
export function countryConcepts(): readonly Concept[] {
  const demonyms = new Map(demonymLines.map(readConcept).map((concept) => [concept.id, concept]))
  const shared = sharedNames([...demonyms.values()])
  return COUNTRIES.map(({ code, name, also = [] }): Concept => {
    const names = LANGS.map((lang): readonly Name[] => {
      const people = demonyms.get(code)?.names[lang] ?? []
      const proper: Name = { text: name[lang], ambiguous: false, proper: true }
      return [proper, ...people.map(({ text }) => ({ text, ambiguous: shared.has(`${lang} ${foldWord(text)}`) }))]
    })
    const [en = [], fr = [], es = []] = names
    const typed = also
      .filter((text) => !OTHER_WORDS.has(foldWord(text)))
      .map((text): Name => ({ text, ambiguous: false, proper: true }))
    return { id: `country:${code}`, names: { en, fr, es }, typed }
  })
}

/** What the people of two countries are called. */
function sharedNames(demonyms: readonly Concept[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const [lang, { text }] of demonyms.flatMap(namesOf)) {
    const name = `${lang} ${foldWord(text)}`
    if (seen.has(name)) shared.add(name)
    seen.add(name)
  }
  return shared
}
