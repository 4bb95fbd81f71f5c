import { useMemo, useState } from 'react'
import type { ThemeView } from '../../../ipc/shapes.ts'
import { useText } from '../../i18n/use-text.ts'
import { PickedTags } from './PickedTags.tsx'
import { PickerField } from './PickerField.tsx'
import { themeExists, themeName, themeRows } from './theme-rows.ts'

type ThemePickerProps = {
  readonly label: string
  readonly themes: readonly ThemeView[]
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  readonly onAdd: (id: string) => void
  readonly onRemove: (id: string) => void
  /** Makes a theme of this workspace with that name and adds it. */
  readonly onCreate: (name: string) => void
}

/** The themes a record is filed under; a name that no theme has can be made one. */
export function ThemePicker({ label, themes, chosen, isReadOnly, onAdd, onRemove, onCreate }: ThemePickerProps) {
  const { t, lang } = useText()
  const [typed, setTyped] = useState('')
  const rows = useMemo(() => themeRows(themes, typed, lang), [themes, typed, lang])
  const picked = useMemo(() => new Set(chosen), [chosen])
  const name = typed.trim()
  const isNew = name !== '' && !themeExists(themes, name)
  const tags = chosen.map((id) => {
    const theme = themes.find((other) => other.id === id)
    return { id, label: theme ? themeName(theme, lang) : id }
  })
  return (
    <PickedTags label={label} tags={tags} isReadOnly={isReadOnly} onRemove={onRemove}>
      <PickerField
        label={label}
        placeholder={t('pickers:theme.placeholder')}
        typed={typed}
        onType={setTyped}
        rows={rows}
        chosen={picked}
        onPick={(id) => (picked.has(id) ? onRemove(id) : onAdd(id))}
        emptyText={t('pickers:theme.none')}
        create={isNew ? { label: t('pickers:theme.create', { name }), run: () => onCreate(name) } : null}
      />
    </PickedTags>
  )
}
