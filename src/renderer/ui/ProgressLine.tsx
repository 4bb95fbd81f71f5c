import './progress.css'

type ProgressLineProps = { readonly label: string; readonly valueText: string | undefined; readonly percentage: number }

/** How far something has come, in words and as a line under them. */
export function ProgressLine({ label, valueText, percentage }: ProgressLineProps) {
  return (
    <>
      <span className="progress-words">
        <span>{label}</span>
        <span className="tabular">{valueText}</span>
      </span>
      <svg className="progress-line" aria-hidden preserveAspectRatio="none" viewBox="0 0 100 1">
        <rect width={percentage} height="1" fill="currentColor" />
      </svg>
    </>
  )
}
