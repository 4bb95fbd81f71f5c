import { Plus } from 'lucide-react'
import { useState } from 'react'
import { isJsonObject, type JsonObject } from '../../../../core/model/json.ts'
import { useText } from '../../../i18n/use-text.ts'
import { textIn } from '../../../subject/text-in.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ElementRow } from './ElementRow.tsx'
import { Fact } from './Fact.tsx'
import { blankRow, type RowElement } from './parts.ts'

type RowsFactProps = { readonly kind: string; readonly field: string; readonly element: RowElement }

/** People, organisations, places, volunteers or figures: a row each, and one more at a press. */
export function RowsFact({ kind, field, element }: RowsFactProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  const countries = useSubjectState(subject, (state) => state.view?.sets['countries'])
  const [begun, setBegun] = useState<readonly JsonObject[]>([])
  const kept = (set ?? []).map(({ value }) => value).filter(isJsonObject)
  const keptKeys = new Set(kept.map((row) => row['key']))
  const fresh = begun.filter((row) => !keptKeys.has(row['key'] ?? null))
  const onlyCountry = countries?.length === 1 ? countries[0]?.key : undefined

  function begin(): void {
    setBegun((rows) => [...rows, blankRow(element, crypto.randomUUID(), onlyCountry)])
  }

  function drop(key: unknown): void {
    setBegun((rows) => rows.filter((row) => row['key'] !== key))
  }

  const rows = [...kept, ...fresh]
  return (
    <Fact
      kind={kind}
      field={field}
      {...(rows.length === 0 ? { help: t(`kinds:fields.${field}.question`) } : {})}
      action={isReadOnly ? null : <IconButton icon={Plus} label={t(`record:facts.add.${element}`)} onPress={begin} />}
    >
      {rows.length > 0 ? (
        <ul className="fact-rows">
          {rows.map((row) => (
            <ElementRow
              key={textIn(row['key'])}
              field={field}
              element={element}
              row={row}
              isNew={begun.some((other) => other['key'] === row['key'])}
              onDrop={() => drop(row['key'])}
            />
          ))}
        </ul>
      ) : null}
    </Fact>
  )
}
