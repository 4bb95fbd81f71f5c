import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { setPreferences, useSession } from './session.ts'

/** Asks who is writing here. It may stay open: the question is not asked twice, and the bar keeps a place for the answer. */
export function WhoForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText()
  const author = useSession((state) => state.preferences.author)
  const [name, setName] = useState(author)

  async function keep(given: string): Promise<void> {
    await setPreferences({ author: given, nameAsked: true })
    onDone()
  }

  return (
    <Form
      className="who-form"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(name.trim())
      }}
    >
      <TextField
        label={t('app:yourName.label')}
        description={t('app:yourName.help')}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <div className="who-actions">
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          {t('app:yourName.keep')}
        </Button>
        {author === '' ? (
          <Button look="quiet" onPress={() => void keep('')}>
            {t('app:yourName.later')}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}
