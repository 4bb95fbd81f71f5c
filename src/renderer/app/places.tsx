import { type ComponentType, lazy } from 'react'

/** What the place of one record is given. */
export type RecordPlaceProps = { readonly id: string }
/** What the place of briefs is given; null is the list of briefs. */
export type BriefPlaceProps = { readonly id: string | null }

// Found when the app is built, so that the frame stands before its rooms are furnished.
const rooms = import.meta.glob<Record<string, ComponentType<never>>>([
  '../features/record/RecordPlace.tsx',
  '../features/brief/BriefPlace.tsx',
])

function room<Props>(path: string, name: string): ComponentType<Props> {
  return lazy(async () => {
    const load = rooms[path]
    const found = load ? (await load())[name] : undefined
    return { default: (found ?? (() => null)) as ComponentType<Props> }
  })
}

/** The place where one record is read and written. */
export const RecordPlace = room<RecordPlaceProps>('../features/record/RecordPlace.tsx', 'RecordPlace')

/** The place where briefs are made. */
export const BriefPlace = room<BriefPlaceProps>('../features/brief/BriefPlace.tsx', 'BriefPlace')
