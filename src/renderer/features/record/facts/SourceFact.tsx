import { Plus } from 'lucide-react'
import { useState } from 'react'
import { isJsonObject, type Json } from '../../../../core/model/json.ts'
import { useText } from '../../../i18n/use-text.ts'
import { textIn } from '../../../subject/text-in.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TypedNumber } from '../../../ui/pickers/TypedNumber.tsx'
import { Fact } from './Fact.tsx'
import { TextPart } from './PartField.tsx'

const PARTS = [
  { id: 'title', width: 12 },
  { id: 'author', width: 12 },
  { id: 'publisher', width: 9 },
  { id: 'year', width: 3 },
  { id: 'url', width: 9 },
  { id: 'pages', width: 3 },
] as const

/** Where the content comes from, so that a reader can check it. */
export function SourceFact({ kind, field }: { readonly kind: string; readonly field: string }) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const value = useSubjectState(subject, (state) => state.view?.values[field]?.value)
  const draft = useSubjectState(subject, (state) => state.drafts[field]?.step)
  const [isBegun, setBegun] = useState(false)
  const kept = draft?.op === 'set' ? draft.value : value
  const source = isJsonObject(kept) ? kept : {}
  const isShown = isBegun || Object.keys(source).length > 0

  function write(id: string, next: Json | undefined): void {
    const rest = Object.fromEntries(Object.entries(source).filter(([other]) => other !== id))
    const written = next === undefined || next === '' ? rest : { ...rest, [id]: next }
    subject.type(field, { op: 'set', field, value: Object.keys(written).length > 0 ? written : null })
  }

  return (
    <Fact
      kind={kind}
      field={field}
      {...(isShown ? {} : { help: t('kinds:fields.source.question') })}
      action={
        isShown || isReadOnly ? null : (
          <IconButton icon={Plus} label={t('record:facts.add.source')} onPress={() => setBegun(true)} />
        )
      }
    >
      {isShown ? (
        <fieldset className="fact-parts" aria-label={t('kinds:fields.source.label')}>
          {PARTS.map(({ id, width }) => (
            <div key={id} className={`fact-part fact-part-${width}`}>
              {id === 'year' ? (
                <TypedNumber
                  label={t('kinds:parts.source.year')}
                  isYear
                  isReadOnly={isReadOnly}
                  value={typeof source['year'] === 'number' ? source['year'] : undefined}
                  onChange={(year) => write('year', year)}
                />
              ) : (
                <TextPart
                  label={t(`kinds:parts.source.${id}`)}
                  value={textIn(source[id])}
                  isReadOnly={isReadOnly}
                  onWrite={(text) => write(id, text)}
                />
              )}
            </div>
          ))}
        </fieldset>
      ) : null}
    </Fact>
  )
}
