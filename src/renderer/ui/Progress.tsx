import './progress.css'
import { ProgressBar } from 'react-aria-components'

/** Long work that moves on; without a share, work whose end is not known. */
export function Progress({ label, share }: { readonly label: string; readonly share?: number }) {
  return (
    <ProgressBar
      className="progress"
      {...(share === undefined ? { isIndeterminate: true } : { value: share * 100 })}
      aria-label={label}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="progress-words">
            <span>{label}</span>
            <span className="tabular">{valueText}</span>
          </span>
          <svg className="progress-line" aria-hidden preserveAspectRatio="none" viewBox="0 0 100 1">
            <rect width={percentage ?? 30} height="1" fill="currentColor" />
          </svg>
        </>
      )}
    </ProgressBar>
  )
}

/** A moment's wait, in words. */
export function Spinner({ label }: { readonly label: string }) {
  return <output className="spinner">{label}</output>
}
