import { useMemo, useState } from 'react'
import type { Arrival } from '../../../core/merge/arrivals.ts'
import { ArrivalList } from './ArrivalList.tsx'
import { ArrivalPage } from './ArrivalPage.tsx'
import { inReadingOrder } from './MergeOverview.tsx'

type ArrivalsViewProps = { readonly arrivals: readonly Arrival[]; readonly merge: string | null }

/** What a merge brings: the records on the left, the one that is looked at on the right. */
export function ArrivalsView({ arrivals, merge }: ArrivalsViewProps) {
  const ordered = useMemo(() => inReadingOrder(arrivals), [arrivals])
  const [id, setId] = useState<string>()
  const chosen = ordered.find((arrival) => arrival.id === id) ?? ordered[0]
  if (!chosen) return null
  return (
    <div className="arrivals-view">
      <ArrivalList arrivals={ordered} chosen={chosen.id} onChoose={setId} />
      <ArrivalPage arrival={chosen} merge={merge} />
    </div>
  )
}
