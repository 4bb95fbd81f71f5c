import './subject.css'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { LANGS, type Lang } from '../../core/model/lang.ts'
import { useText } from '../i18n/use-text.ts'
import { Hint } from '../ui/Hint.tsx'
import type { VersionState } from './versions.ts'

type LanguageSwitchProps = {
  readonly lang: Lang
  readonly onSwitch: (lang: Lang) => void
  readonly stateOf: (lang: Lang) => VersionState
}

const MARKS: Readonly<Record<VersionState, string>> = { source: '●', text: '◐', empty: '○' }

/** The language versions of a text: which one is shown, and how each one stands. */
export function LanguageSwitch({ lang, onSwitch, stateOf }: LanguageSwitchProps) {
  const { t } = useText()
  return (
    <ToggleButtonGroup
      className="languages"
      aria-label={t('record:versions.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[lang]}
      onSelectionChange={(keys) => {
        const next = LANGS.find((other) => keys.has(other))
        if (next) onSwitch(next)
      }}
    >
      {LANGS.map((other) => {
        const state = stateOf(other)
        const words = t(`record:versions.${state}`, { lang: t(`kinds:choices.lang.${other}`) })
        return (
          <Hint key={other} text={words}>
            <ToggleButton id={other} className="language" aria-label={words}>
              <span aria-hidden className={`language-mark language-${state}`}>
                {MARKS[state]}
              </span>
              {other.toUpperCase()}
            </ToggleButton>
          </Hint>
        )
      })}
    </ToggleButtonGroup>
  )
}
