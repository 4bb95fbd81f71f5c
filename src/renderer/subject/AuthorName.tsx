import { useKnownAs } from '../app/people.ts'
import { useText } from '../i18n/use-text.ts'

/** Who wrote something, by the name they are known by; the one they gave then is shown when pointed at. */
export function AuthorName({ author }: { readonly author: string }) {
  const { t } = useText()
  const name = useKnownAs(author)
  if (name === author) return <span>{author || t('record:someone')}</span>
  const words = t('people:wroteAs', { name: author })
  return (
    <span title={words}>
      {name}
      <span className="unseen"> ({words})</span>
    </span>
  )
}
