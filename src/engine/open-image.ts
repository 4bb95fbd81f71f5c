import { done, type Outcome, type Problem } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import { openInspected } from '../storage/inspect.ts'
import type { EngineEnvironment } from './environment.ts'

/** An image of a workspace that is open now. */
export type OpenedImage = { readonly store: Store; readonly newer: NewerVersion | null }

/** A later version has made it: it is there to be looked at, and must never be saved over its file. */
export type NewerVersion = {
  readonly problem: Problem
  /** Whether the store holds all of each change: what it lacks must not be taken for the change when it travels on. */
  readonly isWhole: boolean
}

/** Opens an image that came from anywhere, once it was inspected. Takes over the memory that it lies in. */
export async function openImage(
  { sql, inspector }: Pick<EngineEnvironment, 'sql' | 'inspector'>,
  image: Uint8Array,
  path: string,
): Promise<Outcome<OpenedImage>> {
  const passed = await inspector.inspect(image, path)
  if (!passed.ok) return passed
  const { inspected } = passed.value
  const store = openInspected(sql, passed.value.image, inspected)
  if (inspected.kind === 'ours') return done({ store, newer: null })
  return done({ store, newer: { problem: inspected.problem, isWhole: inspected.log.isWhole } })
}
