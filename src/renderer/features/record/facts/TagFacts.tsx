import { useEffect, useMemo, useState } from 'react'
import type { SdgTag } from '../../../../core/model/elements.ts'
import { isJsonObject, type Json } from '../../../../core/model/json.ts'
import { SDG_STRENGTHS } from '../../../../core/model/kinds.ts'
import type { ElementView, FieldStep } from '../../../../core/model/view.ts'
import { rejecting } from '../../../../core/suggest/pending.ts'
import { SDG_FRAMEWORK } from '../../../../core/taxonomy/sdgs.ts'
import type { ThemeView } from '../../../../ipc/shapes.ts'
import { call } from '../../../app/client.ts'
import { useText } from '../../../i18n/use-text.ts'
import { fieldLabel } from '../../../subject/field-words.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'
import { notifyProblem } from '../../../ui/notify-problem.ts'
import { CountryPicker } from '../../../ui/pickers/CountryPicker.tsx'
import { SdgPicker } from '../../../ui/pickers/SdgPicker.tsx'
import { ThemePicker } from '../../../ui/pickers/ThemePicker.tsx'
import { Fact } from './Fact.tsx'
import { SuggestedSdgs } from './SuggestedSdgs.tsx'
import { SuggestedThemes } from './SuggestedThemes.tsx'

type TagFactProps = { readonly kind: string; readonly field: string }

/** The goals and targets a record speaks to. */
export function SdgFact({ kind, field }: TagFactProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  const tags = useMemo(() => (set ?? []).flatMap(({ value }) => tagOf(value) ?? []), [set])

  function remove(key: string): void {
    // Who takes a suggested tag out again does not want it suggested again.
    const value = set?.find((element) => element.key === key)?.value
    const wasSuggested = isJsonObject(value) && value['from'] !== undefined
    const forGood = wasSuggested ? [rejecting({ field: 'sdgs', key })] : []
    subject.take({ op: 'remove', field, key }, ...forGood)
  }

  return (
    <Fact kind={kind} field={field}>
      <SdgPicker
        label={fieldLabel(t, field)}
        tags={tags}
        isReadOnly={isReadOnly}
        onTag={({ code, strength }) => subject.take(tagging(field, { code, strength }, set))}
        onRemove={remove}
      />
      {isReadOnly ? null : <SuggestedSdgs />}
    </Fact>
  )
}

/** What a record is about; a theme that is missing can be made on the spot. */
export function ThemesFact({ kind, field }: TagFactProps) {
  const { t, lang } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  const [themes, setThemes] = useState<readonly ThemeView[]>([])

  useEffect(() => {
    void readThemes().then(setThemes)
  }, [])

  async function create(name: string): Promise<void> {
    const steps = [{ op: 'set' as const, field: 'label', locale: lang, value: name }]
    const outcome = await call('records.create', { kind: 'theme', lang, steps })
    if (!outcome.ok) {
      notifyProblem(outcome.problem)
      return
    }
    setThemes(await readThemes())
    subject.take({ op: 'add', field, value: outcome.value.id })
  }

  return (
    <Fact kind={kind} field={field}>
      <ThemePicker
        label={fieldLabel(t, field)}
        themes={themes}
        chosen={(set ?? []).map(({ key }) => key)}
        isReadOnly={isReadOnly}
        onAdd={(value) => subject.take({ op: 'add', field, value })}
        onRemove={(key) => subject.take({ op: 'remove', field, key })}
        onCreate={(name) => void create(name)}
      />
      {isReadOnly ? null : <SuggestedThemes />}
    </Fact>
  )
}

/** Where it took place. */
export function CountriesFact({ kind, field }: TagFactProps) {
  const { t } = useText()
  const { subject, isReadOnly } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  return (
    <Fact kind={kind} field={field}>
      <CountryPicker
        label={fieldLabel(t, field)}
        chosen={(set ?? []).map(({ key }) => key)}
        isReadOnly={isReadOnly}
        onAdd={(value) => subject.take({ op: 'add', field, value })}
        onRemove={(key) => subject.take({ op: 'remove', field, key })}
      />
    </Fact>
  )
}

async function readThemes(): Promise<readonly ThemeView[]> {
  const outcome = await call('themes.list', {})
  return outcome.ok ? outcome.value : []
}

function tagOf(value: Json): SdgTag | undefined {
  if (!isJsonObject(value) || typeof value['code'] !== 'string') return undefined
  const strength = SDG_STRENGTHS.find((other) => other === value['strength']) ?? 'mentioned'
  return { code: value['code'], strength }
}

/** A tag that a person chooses; where only its strength changes, it goes on saying where it came from. */
function tagging(field: string, { code, strength }: SdgTag, set: readonly ElementView[] | undefined): FieldStep {
  const value = set?.find(({ key }) => key === code)?.value
  const before = isJsonObject(value) ? value : {}
  return { op: 'add', field, value: { framework: SDG_FRAMEWORK, ...before, code, strength } }
}
