import { useMemo } from 'react'
import { accepting, pendingSdgs, rejecting } from '../../../../core/suggest/pending.ts'
import { sdgLabel } from '../../../../core/taxonomy/sdgs.ts'
import { useText } from '../../../i18n/use-text.ts'
import { SuggestedTags } from '../../../subject/suggest/SuggestedTags.tsx'
import { useSubjectHere } from '../../../subject/use-open-subject.ts'
import { SdgMark } from '../../../ui/SdgMark.tsx'
import { useSuggestionsHere } from './suggestions.ts'
import { useDecided } from './use-decided.ts'

/** The goals and targets that the text speaks for and nobody has decided about. */
export function SuggestedSdgs() {
  const { t, lang } = useText()
  const { subject } = useSubjectHere()
  const suggestions = useSuggestionsHere()
  const decided = useDecided('sdgs')
  const pending = useMemo(() => (suggestions ? pendingSdgs(suggestions, decided) : []), [suggestions, decided])
  return (
    <SuggestedTags
      label={t('suggest:label')}
      help={t('suggest:keys.sdgs')}
      tags={pending.map((tag) => ({ tag, before: <SdgMark code={tag.key} />, name: sdgLabel(tag.key, lang) }))}
      onAccept={(tag, strength) =>
        subject.take(accepting(tag, strength ?? (decided.tagged.size === 0 ? 'principal' : 'significant')))
      }
      onReject={(tag) => subject.take(rejecting(tag))}
    />
  )
}
