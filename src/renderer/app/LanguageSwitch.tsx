import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { isLang, LANGS } from '../../core/model/lang.ts'
import { useText } from '../i18n/use-text.ts'
import { setPreferences } from './session.ts'

/** Puts the interface into another language at once; what was written stays in its own. */
export function LanguageSwitch() {
  const { t, lang } = useText()
  return (
    <ToggleButtonGroup
      className="lang-switch"
      aria-label={t('app:interfaceLanguage')}
      disallowEmptySelection
      selectedKeys={[lang]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (isLang(chosen)) void setPreferences({ lang: chosen })
      }}
    >
      {LANGS.map((code) => (
        <ToggleButton key={code} id={code} className="lang-choice" aria-label={t(`menu:commands.lang-${code}`)}>
          {code.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
