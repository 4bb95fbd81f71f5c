import type { Lang } from '../model/lang.ts'
import { CONCEPTS } from './concepts.ts'
import { carriesMeaning, createExpressions, type VisitNamed } from './expressions.ts'
import { rootOf } from './roots.ts'

const GOAL_CODE = /^sdg(\d{1,2}(?:\.[\da-d]+)?)$/

const eachConcept = createExpressions(CONCEPTS)

/**
 * Finds each thing in a text that weights may be known for: the name of a concept, `~root` of another word, or the code of
 * a goal or target that the text names (`#5.2`). The script that learns weights and the app both look through this.
 */
export function eachFeature(text: string, lang: Lang, visit: VisitNamed): void {
  eachConcept(text, lang, visit, (written, word, isNamed, start, end) => {
    const code = GOAL_CODE.exec(word.term)?.[1]
    if (code !== undefined) visit(`#${code}`, 1, start, end)
    if (isNamed || !carriesMeaning(word)) return
    const root = rootOf(written, lang)
    if (root !== undefined) visit(`~${root}`, 1, start, end)
  })
}
