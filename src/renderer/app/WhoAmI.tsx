import { UserRound } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Hint } from '../ui/Hint.tsx'
import { openPanel } from './panels.ts'
import { useSession } from './session.ts'

/** Under which name one writes, always in sight; pressing it changes the name. */
export function WhoAmI() {
  const { t } = useText()
  const author = useSession((state) => state.preferences.author)
  const words = author === '' ? t('app:yourName.none') : t('app:yourName.writingAs', { name: author })
  return (
    <Hint text={words}>
      <AriaButton
        className={author === '' ? 'who who-nobody' : 'who'}
        aria-label={words}
        onPress={() => openPanel('who')}
      >
        <UserRound aria-hidden size={16} strokeWidth={1.75} />
        <span className="who-name">{author || t('app:yourName.noneShort')}</span>
      </AriaButton>
    </Hint>
  )
}
