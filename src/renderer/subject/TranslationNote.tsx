import './translation.css'
import { Check, Languages, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { TRANSLATION_STATES, type TranslationState } from '../../core/model/translation.ts'
import { diffText } from '../../core/text-diff/diff-text.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ChangedWords } from '../ui/ChangedWords.tsx'
import { Select } from '../ui/Select.tsx'
import { fieldLabel } from './field-words.ts'
import { useSubjectHere, useSubjectState } from './use-open-subject.ts'
import { useTranslationOf } from './use-translations.ts'
import { sourceLang } from './versions.ts'

/** How far one field's translation has come; where its source moved on, what changed in it since. */
export function TranslationNote({ field }: { readonly field: string }) {
  const { t } = useText()
  const { isReadOnly } = useSubjectHere()
  const { known, mark } = useTranslationOf(field)
  if (!known || known.state === 'missing') return null
  const { state } = known
  if (state === 'outdated') return <Outdated field={field} source={known.source} mark={mark} />
  return (
    <div className="translation-note">
      <Languages aria-hidden size={14} />
      {isReadOnly ? (
        <span>{t(`kinds:choices.translations.${state}`)}</span>
      ) : (
        <Select
          label={t('record:translation.of', { field: fieldLabel(t, field) })}
          labelHidden
          quiet
          value={state}
          options={TRANSLATION_STATES.map((id) => ({
            id,
            label: t(`kinds:choices.translations.${id}`),
            description: t(`record:translation.means.${id}`),
          }))}
          onChange={(id) => mark([field], id as TranslationState)}
        />
      )}
    </div>
  )
}

type OutdatedProps = {
  readonly field: string
  readonly source: { readonly before: string; readonly after: string } | undefined
  readonly mark: (fields: readonly string[], state: TranslationState) => void
}

function Outdated({ field, source, mark }: OutdatedProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const lang = useSubjectState(subject, ({ view }) => (view ? sourceLang(view) : undefined))
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="translation-outdated" aria-label={t('record:translation.of', { field: fieldLabel(t, field) })}>
      <p className="translation-title">
        <TriangleAlert aria-hidden size={14} />
        {t('record:translation.outdated')}
      </p>
      {isOpen && source ? (
        <blockquote className="translation-source">
          <ChangedWords parts={diffText(source.before, source.after)} lang={lang} />
        </blockquote>
      ) : null}
      <div className="translation-actions">
        <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'record:translation.hide' : 'record:translation.show')}
        </Button>
        {isReadOnly ? null : (
          <Button icon={Check} onPress={() => mark([field], 'translated')}>
            {t('record:translation.right')}
          </Button>
        )}
      </div>
    </section>
  )
}
