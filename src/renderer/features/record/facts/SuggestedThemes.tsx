import { useMemo } from 'react'
import { accepting, pendingThemes, rejecting } from '../../../../core/suggest/pending.ts'
import { themeLabel } from '../../../../core/taxonomy/themes.ts'
import { useText } from '../../../i18n/use-text.ts'
import { SuggestedTags } from '../../../subject/suggest/SuggestedTags.tsx'
import { useSubjectHere } from '../../../subject/use-open-subject.ts'
import { useSuggestionsHere } from './suggestions.ts'
import { useDecided } from './use-decided.ts'

/** The themes that the text speaks for and nobody has decided about. */
export function SuggestedThemes() {
  const { t, lang } = useText()
  const { subject } = useSubjectHere()
  const suggestions = useSuggestionsHere()
  const decided = useDecided('themes')
  const pending = useMemo(() => (suggestions ? pendingThemes(suggestions, decided) : []), [suggestions, decided])
  return (
    <SuggestedTags
      label={t('suggest:label')}
      help={t('suggest:keys.themes')}
      tags={pending.map((tag) => ({ tag, name: themeLabel(tag.key, lang) ?? tag.key }))}
      onAccept={(tag) => subject.take(accepting(tag, 'significant'))}
      onReject={(tag) => subject.take(rejecting(tag))}
    />
  )
}
