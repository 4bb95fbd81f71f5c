import { CircleDashed, CircleX, FlaskConical, GitFork, Languages, MessageCircleQuestion } from 'lucide-react'
import type { BriefCheck } from '../../../core/briefs/check.ts'
import { type Card, titleOf } from '../../../core/model/card.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldLabel } from '../../subject/field-words.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { Button } from '../../ui/Button.tsx'
import { type CheckItem, referenceNumber } from './check-items.ts'

/** What a person can do about what a check found. */
export type CheckActions = {
  readonly onOpen: (record: string) => void
  readonly onCite: (record: string) => void
  readonly onRestore: (record: string) => void
  /** Puts the focus into a part of the page. */
  readonly onGoTo: (field: string) => void
}

type CheckLineProps = CheckActions & {
  readonly item: CheckItem
  readonly check: BriefCheck | null
  readonly cards: ReadonlyMap<string, Card>
}

const ICONS = {
  withdrawn: CircleX,
  contested: GitFork,
  unsupported: MessageCircleQuestion,
  illustrative: FlaskConical,
  fallback: Languages,
  uncited: CircleDashed,
} as const

/** One thing to look at, in words, and what to do about it. */
export function CheckLine(props: CheckLineProps) {
  const { item } = props
  const { t } = useText()
  const { isReadOnly } = useSubjectHere()
  const Icon = ICONS[item.what]
  const { words, run } = useCheck(props)
  const action = `brief:checks.${item.what}.action`
  return (
    <li className={`brief-check brief-check-${item.what}`}>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <p>{words}</p>
      {run === null || (isReadOnly && item.what !== 'contested' && item.what !== 'illustrative') ? null : (
        <Button look="quiet" onPress={run}>
          {t(action)}
        </Button>
      )}
    </li>
  )
}

function useCheck({ item, check, cards, onOpen, onCite, onRestore, onGoTo }: CheckLineProps) {
  const { t, lang } = useText()
  if (item.what === 'unsupported') {
    return { words: t('brief:checks.unsupported.what', { text: item.text }), run: () => onGoTo('messages') }
  }
  if (item.what === 'fallback') {
    const field = fieldLabel(t, item.field)
    return { words: t('brief:checks.fallback.what', { field }), run: () => onGoTo(item.field) }
  }
  const { record } = item
  const card = cards.get(record)
  const title = (card && titleOf(card, lang)) || t('pickers:record.untitled')
  const words = t(`brief:checks.${item.what}.what`, { title, number: referenceNumber(check, record) ?? '' })
  const does = { withdrawn: onRestore, contested: onOpen, illustrative: onOpen, uncited: onCite }[item.what]
  // A record that never came with this workspace cannot be brought back here.
  return { words, run: item.what === 'withdrawn' && !card ? null : () => does(record) }
}
