import './progress.css'
import { Meter as AriaMeter } from 'react-aria-components'

type MeterProps = { readonly label: string; readonly share: number; readonly isHigh: boolean }

/** How much of something is used up, in words and as a line; beyond the whole, the line is full. */
export function Meter({ label, share, isHigh }: MeterProps) {
  return (
    <AriaMeter className={isHigh ? 'progress progress-high' : 'progress'} value={share * 100} aria-label={label}>
      {({ percentage, valueText }) => (
        <>
          <span className="progress-words">
            <span>{label}</span>
            <span className="tabular">{valueText}</span>
          </span>
          <svg className="progress-line" aria-hidden preserveAspectRatio="none" viewBox="0 0 100 1">
            <rect width={percentage} height="1" fill="currentColor" />
          </svg>
        </>
      )}
    </AriaMeter>
  )
}
