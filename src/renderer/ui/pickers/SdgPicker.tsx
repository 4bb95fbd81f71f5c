import { X } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { SdgTag } from '../../../core/model/elements.ts'
import { SDG_STRENGTHS } from '../../../core/model/kinds.ts'
import { compareSdgCodes, sdgLabel } from '../../../core/taxonomy/sdgs.ts'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../IconButton.tsx'
import { SdgMark } from '../SdgMark.tsx'
import { Select } from '../Select.tsx'
import { PickerField } from './PickerField.tsx'
import type { PickerRow } from './picker-row.ts'
import { sdgRows } from './sdg-rows.ts'

type SdgPickerProps = {
  readonly label: string
  readonly tags: readonly SdgTag[]
  readonly isReadOnly: boolean
  /** Adds a goal or target, or changes how strongly it is spoken to. */
  readonly onTag: (tag: SdgTag) => void
  readonly onRemove: (code: string) => void
}

/** The goals and targets a record speaks to, and how strongly: found by number or words, in official order. */
export function SdgPicker({ label, tags, isReadOnly, onTag, onRemove }: SdgPickerProps) {
  const { t, lang } = useText()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => sdgRows(typed, lang, open), [typed, lang, open])
  const chosen = useMemo(() => new Set(tags.map(({ code }) => code)), [tags])
  const inOrder = [...tags].sort((a, b) => compareSdgCodes(a.code, b.code))

  function pick(code: string): void {
    if (chosen.has(code)) onRemove(code)
    else onTag({ code, strength: tags.length === 0 ? 'principal' : 'significant' })
  }

  return (
    <div className="picked">
      {inOrder.map((tag) => (
        <Picked key={tag.code} tag={tag} isReadOnly={isReadOnly} onTag={onTag} onRemove={onRemove} />
      ))}
      {isReadOnly ? null : (
        <PickerField
          label={label}
          placeholder={t('pickers:sdg.placeholder')}
          typed={typed}
          onType={setTyped}
          rows={rows}
          chosen={chosen}
          onPick={pick}
          onToggle={(goal) => setOpen((before) => before.symmetricDifference(new Set([goal])))}
          emptyText={t('pickers:sdg.none')}
          before={markOf}
          note={t('taxonomy:sdg.ourWords')}
        />
      )}
    </div>
  )
}

function markOf({ id }: PickerRow): ReactNode {
  return <SdgMark code={id} />
}

type PickedProps = Omit<SdgPickerProps, 'label' | 'tags'> & { readonly tag: SdgTag }

function Picked({ tag, isReadOnly, onTag, onRemove }: PickedProps) {
  const { t, lang } = useText()
  const name = sdgLabel(tag.code, lang)
  const strengths = SDG_STRENGTHS.map((id) => ({
    id,
    label: t(`taxonomy:sdg.strength.${id}`),
    description: t(`taxonomy:sdg.strengthHint.${id}`),
  }))
  return (
    <div className="picked-row">
      <SdgMark code={tag.code} />
      <span aria-hidden className="picked-name">
        {name}
      </span>
      {isReadOnly ? (
        <span className="picked-strength">{t(`taxonomy:sdg.strength.${tag.strength}`)}</span>
      ) : (
        <Select
          label={t('pickers:sdg.strengthOf', { code: tag.code })}
          labelHidden
          quiet
          options={strengths}
          value={tag.strength}
          onChange={(id) => {
            const strength = SDG_STRENGTHS.find((other) => other === id)
            if (strength) onTag({ code: tag.code, strength })
          }}
        />
      )}
      {isReadOnly ? null : (
        <IconButton
          icon={X}
          label={t('pickers:remove', { name: `${tag.code} ${name}` })}
          onPress={() => onRemove(tag.code)}
        />
      )}
    </div>
  )
}
