import { useMemo } from 'react'
import type { Decided } from '../../../../core/suggest/pending.ts'
import { useSubjectHere, useSubjectState } from '../../../subject/use-open-subject.ts'

/** What was decided about the open record's tags of one field: those it has, and those that were rejected. */
export function useDecided(field: 'sdgs' | 'themes'): Decided {
  const { subject } = useSubjectHere()
  const set = useSubjectState(subject, (state) => state.view?.sets[field])
  const refused = useSubjectState(subject, (state) => state.view?.sets[`${field}Rejected`])
  return useMemo(
    () => ({
      tagged: new Set((set ?? []).map(({ key }) => key)),
      rejected: new Set((refused ?? []).map(({ key }) => key)),
    }),
    [set, refused],
  )
}
