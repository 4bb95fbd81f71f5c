import economy from '../../../resources/concepts/economy.json' with { type: 'json' }
import education from '../../../resources/concepts/education.json' with { type: 'json' }
import everyday from '../../../resources/concepts/everyday.json' with { type: 'json' }
import food from '../../../resources/concepts/food.json' with { type: 'json' }
import hazards from '../../../resources/concepts/hazards.json' with { type: 'json' }
import health from '../../../resources/concepts/health.json' with { type: 'json' }
import humanitarian from '../../../resources/concepts/humanitarian.json' with { type: 'json' }
import people from '../../../resources/concepts/people.json' with { type: 'json' }
import places from '../../../resources/concepts/places.json' with { type: 'json' }
import rights from '../../../resources/concepts/rights.json' with { type: 'json' }
import statistics from '../../../resources/concepts/statistics.json' with { type: 'json' }
import volunteering from '../../../resources/concepts/volunteering.json' with { type: 'json' }
import water from '../../../resources/concepts/water.json' with { type: 'json' }
import { LANGS } from '../model/lang.ts'
import { foldWord } from '../search/fold.ts'
import { CONCEPTS as SUGGESTING } from '../suggest/concepts.ts'
import { type Concept, namesOf, readConcept } from './concept.ts'
import { countryConcepts } from './country-concepts.ts'

/** The lines of `resources/concepts`, one file for each domain. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  economy,
  education,
  everyday,
  food,
  hazards,
  health,
  humanitarian,
  people,
  places,
  rights,
  statistics,
  volunteering,
  water,
}

/** The concepts of each domain. Read when they are asked for: most of what the app does needs none of them. */
export function conceptsByDomain(): ReadonlyMap<string, readonly Concept[]> {
  return new Map(Object.entries(DOMAINS).map(([domain, lines]) => [domain, lines.map(readConcept)]))
}

/** All of them, with every country, and the words that suggestions of goals rest on as far as no domain names them. */
export function builtInConcepts(): readonly Concept[] {
  const concepts = [...conceptsByDomain().values()].flat()
  const known = new Set(concepts.flatMap(namesOf).map(([lang, { text }]) => `${lang} ${foldWord(text)}`))
  return [...concepts, ...countryConcepts(), ...everydayWords(known)]
}

/**
 * Concepts of suggestions that speak for no goal are plain words in three languages; the others gather what speaks for
 * one goal (cholera and dengue), which is not what a person searches for.
 */
function everydayWords(known: ReadonlySet<string>): readonly Concept[] {
  return SUGGESTING.flatMap(({ name, words, speaksFor }): readonly Concept[] => {
    if (speaksFor.length > 0) return []
    const [en, fr, es] = LANGS.map((lang) =>
      words[lang]
        .filter((text) => text !== '' && !known.has(`${lang} ${foldWord(text)}`))
        .map((text) => ({ text, ambiguous: false })),
    )
    if (!en?.length || !fr?.length || !es?.length) return []
    return [{ id: `word:${foldWord(name).replace(/\W+/g, '-')}`, names: { en, fr, es } }]
  })
}
