import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { FieldContent } from '../../../core/history/field-content.ts'
import { isEmptyContent } from '../../../core/history/field-content.ts'
import type { Json } from '../../../core/model/json.ts'
import type { VersionPlace } from '../../../core/model/version.ts'
import { plainText } from '../../../core/rich-text/plain-text.ts'
import { diffText } from '../../../core/text-diff/diff-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { ChangedWords } from '../../ui/ChangedWords.tsx'
import { RichTextView } from '../../ui/RichTextView.tsx'
import { placeWords } from './entry-words.ts'
import { useValueWords } from './use-value-words.ts'

type VersionPlaceViewProps = {
  readonly kind: string
  readonly place: VersionPlace
  readonly isCompared: boolean
  readonly onBringBack: (() => void) | undefined
}

/** One field as it was, or against today, with the way back to it. */
export function VersionPlaceView({ kind, place, isCompared, onBringBack }: VersionPlaceViewProps) {
  const { t } = useText()
  const { field, locale, was, is, same } = place
  const name = placeWords(t, field, locale)
  return (
    <section className={same ? 'version-place' : 'version-place version-differs'} data-place={place.key}>
      <header className="version-place-head">
        <h2 className="part-heading">{name}</h2>
        {same ? null : <span className="past-mark">{t('history:version.changed')}</span>}
        {onBringBack ? (
          <Button
            look="quiet"
            icon={Undo2}
            aria-label={t('history:version.bringBackField', { field: name })}
            onPress={onBringBack}
          >
            {t('history:version.bringBack')}
          </Button>
        ) : null}
      </header>
      <div className="version-content" lang={locale || undefined}>
        {isCompared && !same ? (
          <Compared kind={kind} field={field} was={was} is={is} />
        ) : (
          <Content kind={kind} field={field} content={was} />
        )}
      </div>
    </section>
  )
}

type ContentProps = { readonly kind: string; readonly field: string; readonly content: FieldContent }

function Content({ kind, field, content }: ContentProps) {
  const { t } = useText()
  const words = useContentWords(kind, field, content)
  if (isEmptyContent(content)) return <p className="version-empty">{t('history:version.empty')}</p>
  if (content.type === 'rich') return <RichTextView document={content.document} citation={t('history:cited')} />
  return <p className="version-words">{words}</p>
}

type ComparedProps = Omit<ContentProps, 'content'> & { readonly was: FieldContent; readonly is: FieldContent }

/** What was there and is gone today, and what has come since; where only the form differs, that is said. */
function Compared({ kind, field, was, is }: ComparedProps) {
  const { t } = useText()
  const before = useContentWords(kind, field, was)
  const after = useContentWords(kind, field, is)
  const parts = useMemo(() => diffText(before, after), [before, after])
  if (before === after) return <p className="history-form">{t('history:form')}</p>
  return (
    <p className="version-words">
      <ChangedWords parts={parts} />
    </p>
  )
}

/** A content in plain words: a set with one line for each of its elements. */
function useContentWords(kind: string, field: string, content: FieldContent): string {
  const values = useMemo(() => valuesOf(content), [content])
  const words = useValueWords(kind, field, values)
  if (content.type === 'rich') return plainText(content.document)
  return isEmptyContent(content) ? '' : values.map(words).join('\n')
}

function valuesOf(content: FieldContent): readonly Json[] {
  if (content.type === 'set') return content.elements
  return content.type === 'value' ? [content.value] : []
}
