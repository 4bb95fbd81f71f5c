import type { Outcome } from '../../core/problem.ts'
import { type Inspected, inspectImage } from '../../storage/inspect.ts'
import { type Salvage, salvage } from '../../storage/salvage.ts'
import type { SqlJs } from '../../storage/sql-js.ts'

/** One thing that is asked of a thread that looks at a stranger's bytes. */
export type InspectionAsk = {
  readonly what: 'inspect' | 'salvage'
  readonly image: Uint8Array
  /** Only names the file in a problem. */
  readonly path: string
}

/** What comes back, the bytes with it. */
export type InspectionAnswer = {
  readonly image: Uint8Array
  readonly inspected: Outcome<Inspected> | null
  readonly salvaged: Salvage | null
}

/** Does what is asked, here and now, for as long as it takes. */
export function answerInspection(SQL: SqlJs, { what, image, path }: InspectionAsk): InspectionAnswer {
  return what === 'inspect'
    ? { image, inspected: inspectImage(SQL, image, path), salvaged: null }
    : { image, inspected: null, salvaged: salvage(SQL, image) }
}
