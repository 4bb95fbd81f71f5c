import type { PendingTag } from '../../../core/suggest/pending.ts'
import type { Text } from '../../i18n/use-text.ts'

const MOST_TERMS = 6

/** The words that speak for a suggestion, strongest first and each once, as a sentence. */
export function becauseWords(t: Text, { because, from }: PendingTag): string {
  const terms = new Map(because.map(({ term }) => [term.toLowerCase(), term]))
  const quoted = [...terms.values()].slice(0, MOST_TERMS).map((term) => t('suggest:term', { term }))
  return t(from === 'mdg' ? 'suggest:becauseMdg' : 'suggest:because', { terms: quoted.join(', ') })
}
