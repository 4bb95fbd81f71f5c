import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Asked } from './library-store.ts'
import { saveSearch } from './saved-searches.ts'

type SaveSearchDialogProps = { readonly asked: Asked; readonly suggested: string; readonly onClose: () => void }

/** Asks under which name a search is to stay; Enter is enough. */
export function SaveSearchDialog({ asked, suggested, onClose }: SaveSearchDialogProps) {
  const { t } = useText()
  const [name, setName] = useState(suggested)
  const isNamed = name.trim() !== ''
  const save = () => {
    if (!isNamed) return
    void saveSearch(asked, name.trim())
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('library:saved.saveTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="primary" isDisabled={!isNamed} onPress={save}>
            {t('library:saved.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('library:saved.name')}
        description={t('library:saved.saveHelp')}
        value={name}
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
    </Dialog>
  )
}
