import { useState } from 'react'
import { Form } from 'react-aria-components'
import { isLang, LANGS, type Lang } from '../../../core/model/lang.ts'
import { createWorkspace } from '../../app/workspace.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Asks for the name and language of a new workspace, then for the place of its file. */
export function NewWorkspaceForm({ onDone }: { readonly onDone: () => void }) {
  const { t, lang: shown } = useText()
  const [name, setName] = useState('')
  const [lang, setLang] = useState<Lang>(shown)

  async function create(): Promise<void> {
    if (await createWorkspace(name.trim(), lang)) onDone()
  }

  return (
    <Form
      className="welcome-form"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextField
        label={t('app:newWorkspace.name')}
        placeholder={t('app:newWorkspace.namePlaceholder')}
        value={name}
        onChange={setName}
        maxLength={200}
        isRequired
      />
      <Select
        label={t('app:newWorkspace.lang')}
        options={LANGS.map((id) => ({ id, label: t(`kinds:choices.lang.${id}`) }))}
        value={lang}
        onChange={(id) => {
          if (isLang(id)) setLang(id)
        }}
      />
      <Button look="primary" type="submit">
        {t('app:newWorkspace.create')}
      </Button>
    </Form>
  )
}
