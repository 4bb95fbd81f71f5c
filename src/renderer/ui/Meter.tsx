import './progress.css'
import { Meter as AriaMeter } from 'react-aria-components'
import { ProgressLine } from './ProgressLine.tsx'

type MeterProps = { readonly label: string; readonly share: number; readonly isHigh: boolean }

/** How much of something is used up, in words and as a line; beyond the whole, the line is full. */
export function Meter({ label, share, isHigh }: MeterProps) {
  return (
    <AriaMeter className={isHigh ? 'progress progress-high' : 'progress'} value={share * 100} aria-label={label}>
      {({ percentage, valueText }) => <ProgressLine label={label} valueText={valueText} percentage={percentage} />}
    </AriaMeter>
  )
}
