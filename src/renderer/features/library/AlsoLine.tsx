import type { Also } from '../../../core/search/expansion.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { type Asked, setAsTyped, useLibrary } from './library-store.ts'

/** So many other names are told; they are there to understand what was found, not to be read through. */
const MOST = 6

/** What the words are also called and were found by, and the way to do without. */
export function AlsoLine({ asked }: { readonly asked: Asked }) {
  const { t } = useText()
  const also = useLibrary((state) => state.also)
  const words = otherNames(also)
  if (asked.query === '' || (words.length === 0 && !asked.asTyped)) return null
  return (
    <div className="list-also">
      <span className="list-also-words">
        {asked.asTyped ? t('library:also.asTyped') : t('library:also.found', { words: words.join(', ') })}
      </span>
      <Button look="quiet" onPress={() => setAsTyped(asked.asTyped ? null : asked.query)}>
        {t(asked.asTyped ? 'library:also.again' : 'library:also.only')}
      </Button>
    </div>
  )
}

/** The surest name of each concept in each language, in turn. */
function otherNames(also: readonly Also[]): readonly string[] {
  const names = also.flatMap(({ found }) =>
    found.filter(({ lang }, at) => found.findIndex((other) => other.lang === lang) === at).map(({ text }) => text),
  )
  return [...new Set(names)].slice(0, MOST)
}
