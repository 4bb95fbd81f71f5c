import './progress.css'
import { ProgressBar } from 'react-aria-components'
import { ProgressLine } from './ProgressLine.tsx'

/** Long work that moves on; without a share, work whose end is not known. */
export function Progress({ label, share }: { readonly label: string; readonly share?: number }) {
  return (
    <ProgressBar
      className="progress"
      {...(share === undefined ? { isIndeterminate: true } : { value: share * 100 })}
      aria-label={label}
    >
      {({ percentage, valueText }) => (
        <ProgressLine label={label} valueText={valueText} percentage={percentage ?? 30} />
      )}
    </ProgressBar>
  )
}

/** A moment's wait, in words. */
export function Spinner({ label }: { readonly label: string }) {
  return <output className="spinner">{label}</output>
}
