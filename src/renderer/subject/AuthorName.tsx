import { useText } from '../i18n/use-text.ts'

/** Who wrote something, by the name they gave. */
export function AuthorName({ author }: { readonly author: string }) {
  const { t } = useText()
  return <span>{author || t('record:someone')}</span>
}
