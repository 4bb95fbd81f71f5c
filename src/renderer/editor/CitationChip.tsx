import type { JSX } from 'react'
export function CitationChip(_props: { record: string }): JSX.Element {
  return <button type="button" />
}
