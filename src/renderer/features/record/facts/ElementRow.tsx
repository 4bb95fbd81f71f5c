import { X } from 'lucide-react'
import { useState } from 'react'
import { isJsonObject, type Json, type JsonObject } from '../../../../core/model/json.ts'
import { useText } from '../../../i18n/use-text.ts'
import { elementKeyOf } from '../../../subject/open-subject.ts'
import { textIn } from '../../../subject/text-in.ts'
import { useFocusWithin } from '../../../subject/use-focus-within.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { PartField } from './PartField.tsx'
import { isBlank, isComplete, PARTS, type RowElement, withPart } from './parts.ts'

type ElementRowProps = {
  readonly field: string
  readonly element: RowElement
  /** The row as the record has it, or as it began. */
  readonly row: JsonObject
  readonly isNew: boolean
  /** The row was left empty or taken away before the record had it. */
  readonly onDrop: () => void
}

/** One person, place, figure …: kept as soon as it says enough, and until then only here. */
export function ElementRow({ field, element, row, isNew, onDrop }: ElementRowProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const key = textIn(row['key'])
  const draft = useSubjectState(subject, (state) => state.drafts[elementKeyOf(field, key)])
  const [local, setLocal] = useState<JsonObject | null>(null)
  const sent = draft?.step.op === 'add' && isJsonObject(draft.step.value) ? draft.step.value : row
  const shown = local ?? sent

  function write(id: string, value: Json | undefined): void {
    const next = withPart(element, shown, id, value)
    setLocal(next)
    if (isComplete(element, next)) subject.type(elementKeyOf(field, key), { op: 'add', field, value: next })
  }

  const line = useFocusWithin<HTMLLIElement>({ onLeave: leave })

  function leave(): void {
    void subject.flush()
    if (isNew && isBlank(element, shown)) onDrop()
    else if (isComplete(element, shown)) setLocal(null)
  }

  function remove(): void {
    if (isNew && !isComplete(element, shown)) onDrop()
    else {
      subject.take({ op: 'remove', field, key })
      onDrop()
    }
  }

  const name = textIn(shown['name'] ?? shown['what']) || t(`kinds:fields.${field}.label`)
  return (
    <li ref={line} className="fact-row">
      <fieldset className="fact-parts" aria-label={name}>
        {PARTS[element].map((part, index) => (
          <PartField
            key={part.id}
            element={element}
            part={part}
            value={shown[part.id]}
            isReadOnly={isReadOnly}
            takesFocus={isNew && index === 0}
            onWrite={(value) => write(part.id, value)}
          />
        ))}
      </fieldset>
      {isReadOnly ? null : <IconButton icon={X} label={t('pickers:remove', { name })} onPress={remove} />}
    </li>
  )
}
