import { useState } from 'react'
import { isLang, LANGS } from '../../core/model/lang.ts'
import type { Preferences } from '../../ipc/shapes.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { closePanel } from './panels.ts'
import { setPreferences, useSession } from './session.ts'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][]
const CONTRASTS = ['normal', 'high'] as const satisfies readonly Preferences['contrast'][]

/** The person's name, language and way of seeing; every change counts at once. */
export function PreferencesDialog() {
  const { t, lang } = useText()
  const { author, theme, contrast } = useSession((state) => state.preferences)
  const [name, setName] = useState(author)
  const keepName = () => {
    if (name.trim() !== author) void setPreferences({ author: name.trim() })
  }
  const close = () => {
    keepName()
    closePanel()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('app:preferences.title')}
      actions={
        <Button look="primary" onPress={close}>
          {t('app:done')}
        </Button>
      }
    >
      <TextField
        label={t('app:yourName.label')}
        description={t('app:yourName.help')}
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={keepName}
      />
      <Select
        label={t('app:interfaceLanguage')}
        options={LANGS.map((id) => ({ id, label: t(`menu:commands.lang-${id}`) }))}
        value={lang}
        onChange={(id) => {
          if (isLang(id)) void setPreferences({ lang: id })
        }}
      />
      <Select
        label={t('app:preferences.theme')}
        options={THEMES.map((id) => ({ id, label: t(`app:preferences.themes.${id}`) }))}
        value={theme}
        onChange={(id) => void setPreferences({ theme: id as Preferences['theme'] })}
      />
      <Select
        label={t('app:preferences.contrast')}
        options={CONTRASTS.map((id) => ({ id, label: t(`app:preferences.contrasts.${id}`) }))}
        value={contrast}
        onChange={(id) => void setPreferences({ contrast: id as Preferences['contrast'] })}
      />
    </Dialog>
  )
}
