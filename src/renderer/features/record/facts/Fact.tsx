import { type ReactNode, useId } from 'react'
import { useText } from '../../../i18n/use-text.ts'
import { ContestedNote } from '../../../subject/ContestedNote.tsx'
import { chooseElement } from '../../../subject/contested.ts'
import { fieldLabel } from '../../../subject/field-words.ts'
import { useFocusWithin } from '../../../subject/use-focus-within.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'

type FactProps = {
  readonly kind: string
  readonly field: string
  /** A few words under the label, where the control alone does not say enough. */
  readonly help?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One fact beside the text: its name, what it is written with, and what stands contested in it. */
export function Fact({ kind, field, help, action, children }: FactProps) {
  const { t } = useText()
  const id = useId()
  const { subject, isReadOnly } = useSubjectHere()
  const group = useFocusWithin<HTMLFieldSetElement>({ onLeave: () => void subject.flush() })
  const value = useSubjectState(subject, (state) => state.view?.values[field])
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  const contested = set?.filter((element) => element.contested) ?? []
  return (
    <fieldset ref={group} className="fact" aria-labelledby={id} data-fact={field}>
      <div className="fact-head">
        <h3 id={id} className="fact-label">
          {fieldLabel(t, field)}
        </h3>
        {action}
      </div>
      {help ? <p className="fact-help">{help}</p> : null}
      {children}
      {value?.contested ? (
        <ContestedNote
          kind={kind}
          field={field}
          value={value}
          isReadOnly={isReadOnly}
          onChoose={(chosen) => subject.choose(field, '', chosen)}
        />
      ) : null}
      {contested.map((element) => (
        <ContestedNote
          key={element.key}
          kind={kind}
          field={field}
          value={element}
          isReadOnly={isReadOnly}
          onChoose={(chosen) => subject.take(chooseElement(field, chosen))}
        />
      ))}
    </fieldset>
  )
}
