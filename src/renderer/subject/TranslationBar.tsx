import './translation.css'
import type { Lang } from '../../core/model/lang.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useSubjectHere, useSubjectState } from './use-open-subject.ts'
import type { Translations } from './use-translations.ts'
import { sourceLang, textOf } from './versions.ts'

type TranslationBarProps = { readonly lang: Lang; readonly translations: Translations }

/** How far a record has come in the language that is shown: so many of its texts translated, so many outdated. */
export function TranslationBar({ lang, translations }: TranslationBarProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const view = useSubjectState(subject, (state) => state.view)
  if (!view || lang === sourceLang(view)) return null
  const fields = translations.fields.filter(({ field }) => textOf(view, field, sourceLang(view)).trim() !== '')
  const drafts = fields.filter(({ state }) => state === 'draft')
  const done = fields.filter(({ state }) => state === 'translated' || state === 'revised' || state === 'approved')
  const outdated = fields.filter(({ state }) => state === 'outdated').length
  if (fields.length === 0) return null
  const words = [
    t('record:translation.progress', {
      lang: t(`kinds:choices.lang.${lang}`),
      done: done.length,
      total: fields.length,
    }),
    ...(outdated > 0 ? [t('record:translation.behind', { count: outdated })] : []),
  ]
  return (
    <div className="translation-bar">
      <output>{words.join(' · ')}</output>
      {isReadOnly || drafts.length === 0 ? null : (
        <Button
          onPress={() =>
            translations.mark(
              drafts.map(({ field }) => field),
              'translated',
            )
          }
        >
          {t('record:translation.all', { count: drafts.length })}
        </Button>
      )}
    </div>
  )
}
