import { analyse } from '../../src/core/search/analyse.ts'
import { eachToken } from '../../src/core/search/tokens.ts'
import type { CorpusRecord } from './corpus.ts'

/** The words of a text as our own index has them, folded and without the small ones: engines are compared, not analyses. */
export function termsOf(text: string, lang: CorpusRecord['lang'] | 'none'): readonly string[] {
  const terms: string[] = []
  eachToken(text, (start, end) => {
    const { surface, stop } = analyse(text.slice(start, end), lang)
    if (!stop) terms.push(surface)
  })
  return terms
}

/** Everything that a record says below its title. */
export function bodyOf({ summary, sections }: CorpusRecord): string {
  return [summary, ...sections.map(({ text }) => text)].join('\n')
}
