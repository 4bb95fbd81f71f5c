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

/** The language versions of a text: which one is shown, and how each one stands. */
export function LanguageSwitch({ lang, onSwitch, stateOf }: LanguageSwitchProps) {
  const { t } = useText()
  return (
    <ToggleButtonGroup
      className="versions"
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
            <ToggleButton id={other} className="version" aria-label={words}>
              <Mark state={state} />
              {other.toUpperCase()}
            </ToggleButton>
          </Hint>
        )
      })}
    </ToggleButtonGroup>
  )
}

/** Full for the language it was written in, half for a version with text, empty for none. */
function Mark({ state }: { readonly state: VersionState }) {
  return (
    <svg aria-hidden className="version-mark" width="10" height="10" viewBox="0 0 10 10">
      <circle cx="5" cy="5" r="4" fill={state === 'source' ? 'currentColor' : 'none'} stroke="currentColor" />
      {state === 'text' ? <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" /> : null}
    </svg>
  )
}
