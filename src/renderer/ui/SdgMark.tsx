import './chip.css'
import { findSdg, sdgLabel } from '../../core/taxonomy/sdgs.ts'
import { useText } from '../i18n/use-text.ts'

/** An SDG as a small square with its number and a tick of its colour; its label is read aloud and shown on hover. */
export function SdgMark({ code }: { readonly code: string }) {
  const { t, lang } = useText()
  const data = { number: code, code, label: sdgLabel(code, lang) }
  const label = t(code.includes('.') ? 'taxonomy:sdg.targetWithLabel' : 'taxonomy:sdg.goalWithLabel', data)
  return (
    <span className="sdg-mark tabular" title={label}>
      <svg aria-hidden width="4" height="14" className="sdg-tick">
        <rect width="4" height="14" rx="1" fill={findSdg(code)?.color ?? 'currentColor'} />
      </svg>
      <span aria-hidden>{code}</span>
      <span className="unseen">{label}</span>
    </span>
  )
}
