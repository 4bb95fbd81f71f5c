import { lazy } from 'react'

// The editor is the heaviest part of the app: the library is on screen before it is read.

/** The place where one record is read and written. */
export const RecordPlace = lazy(async () => {
  const { RecordPlace: place } = await import('../features/record/RecordPlace.tsx')
  return { default: place }
})

/** The place where briefs are made. */
export const BriefPlace = lazy(async () => {
  const { BriefPlace: place } = await import('../features/brief/BriefPlace.tsx')
  return { default: place }
})

/** The place where suggestions are gone through. */
export const ReviewPlace = lazy(async () => {
  const { ReviewPlace: place } = await import('../features/review/ReviewPlace.tsx')
  return { default: place }
})
