import { SDG_STRENGTHS } from '../../../core/model/kinds.ts'
import type { PendingTag } from '../../../core/suggest/pending.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { becauseWords } from '../../subject/suggest/because-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { SdgMark } from '../../ui/SdgMark.tsx'
import { tagLabel } from './tag-label.ts'

type ReviewCardProps = {
  readonly tag: PendingTag
  /** How many suggestions of this record are left, with this one. */
  readonly left: number
  readonly onAccept: (tag: PendingTag, strength: (typeof SDG_STRENGTHS)[number]) => void
  readonly onTake: (what: 'reject' | 'skip' | 'back') => void
}

/** One suggestion, large: what it is, why, and a key for each way on. */
export function ReviewCard({ tag, left, onAccept, onTake }: ReviewCardProps) {
  const { t, lang } = useText()
  const isSdg = tag.field === 'sdgs'
  const strengths = isSdg ? SDG_STRENGTHS : (['principal'] as const)
  return (
    <aside className="review-card" aria-label={t('review:suggestion')}>
      <div>
        <p className="review-field">
          {fieldLabel(t, tag.field)} · {t('review:left', { count: left })}
        </p>
        <h2 className="review-name">
          {isSdg ? <SdgMark code={tag.key} /> : null}
          <span>{tagLabel(tag, lang)}</span>
        </h2>
        <p className="review-why">{becauseWords(t, tag)}</p>
      </div>
      <div className="review-actions">
        {strengths.map((strength, index) => (
          <Button key={strength} look={index === 0 ? 'primary' : 'plain'} onPress={() => onAccept(tag, strength)}>
            {isSdg ? t(`taxonomy:sdg.strength.${strength}`) : t('review:accept')} <Kbd keys={String(index + 1)} />
          </Button>
        ))}
      </div>
      <div className="review-actions">
        <Button onPress={() => onTake('reject')}>
          {t('review:reject')} <Kbd keys="0" />
        </Button>
        <Button look="quiet" onPress={() => onTake('skip')}>
          {t('review:skip')} <Kbd keys="S" />
        </Button>
        <Button look="quiet" onPress={() => onTake('back')}>
          {t('review:back')} <Kbd keys="U" />
        </Button>
      </div>
      <p className="review-help">{t('review:keys')}</p>
    </aside>
  )
}
