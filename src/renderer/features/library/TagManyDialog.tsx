import { useMemo, useState } from 'react'
import { SDG_GOALS } from '../../../core/taxonomy/sdgs.ts'
import { themeName, useThemes } from '../../app/themes.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Option } from '../../ui/Select.tsx'
import { tagMany } from './bulk.ts'

type TagManyDialogProps = { readonly ids: readonly string[]; readonly onClose: () => void }

/** Puts one theme or SDG on all the chosen records. */
export function TagManyDialog({ ids, onClose }: TagManyDialogProps) {
  const { t, lang } = useText()
  const themes = useThemes()
  const [chosen, setChosen] = useState<string | null>(null)
  const options = useMemo<readonly Option[]>(
    () => [
      ...themes.map((theme) => ({ id: `themes ${theme.id}`, label: themeName(theme, lang) })),
      ...SDG_GOALS.flatMap(({ goal, label, targets }) => [
        { id: `sdgs ${goal}`, label: t('taxonomy:sdg.goalWithLabel', { number: goal, label: label[lang] }) },
        ...targets.map((target) => ({ id: `sdgs ${target.code}`, label: `${target.code}  ${target.label[lang]}` })),
      ]),
    ],
    [themes, lang, t],
  )
  const add = () => {
    const [field, value] = chosen?.split(' ') ?? []
    if ((field === 'themes' || field === 'sdgs') && value !== undefined) void tagMany(ids, field, value)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('library:bulk.tagTitle', { count: ids.length })}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="primary" isDisabled={chosen === null} onPress={add}>
            {t('library:bulk.add')}
          </Button>
        </>
      }
    >
      <ComboBox
        label={t('library:bulk.tagWhat')}
        options={options}
        value={chosen}
        onChange={setChosen}
        showLabel={t('library:bulk.showTags')}
        emptyText={t('library:bulk.noTag')}
      />
    </Dialog>
  )
}
