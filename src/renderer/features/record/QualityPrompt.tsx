import { Lightbulb, X } from 'lucide-react'
import { useReducer } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { useSubjectHere } from '../../subject/use-open-subject.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { dismissPrompt, isDismissed } from './dismissed.ts'
import { choosePrompt } from './prompts.ts'

type QualityPromptProps = {
  readonly id: string
  readonly kind: string
  readonly field: string
  readonly text: string
  readonly isBeingWritten: boolean
}

/** A question whispered under the section being written while it says little; waved away, it stays away. */
export function QualityPrompt({ id, kind, field, text, isBeingWritten }: QualityPromptProps) {
  const { t } = useText()
  const { isReadOnly } = useSubjectHere()
  const [, look] = useReducer((count: number) => count + 1, 0)
  const nameOf = (prompt: string) => `${id}:${field}:${prompt}`
  const prompt = isReadOnly ? null : choosePrompt(text, isBeingWritten, (other) => isDismissed(nameOf(other)))
  const words = prompt ? t(`kinds:prompts.${kind}.${field}.${prompt}`, { defaultValue: '' }) : ''
  if (!prompt || words === '') return null
  return (
    <p className="record-prompt">
      <Lightbulb aria-hidden size={14} strokeWidth={1.75} />
      <span>{words}</span>
      <IconButton
        icon={X}
        label={t('record:prompt.dismiss')}
        excludeFromTabOrder
        onPress={() => {
          dismissPrompt(nameOf(prompt))
          look()
        }}
      />
    </p>
  )
}
