import { done } from '../../src/core/problem.ts'
import type { Inspector } from '../../src/engine/inspect/inspector.ts'
import { inspectImage } from '../../src/storage/inspect.ts'
import { salvage } from '../../src/storage/salvage.ts'
import type { SqlJs } from '../../src/storage/sql-js.ts'

/** Looks at images in the thread of the test itself, where thousands are looked at and a thread for each would take minutes. */
export function inspectorHere(SQL: SqlJs): Inspector {
  return {
    async inspect(image, path) {
      const inspected = inspectImage(SQL, image, path)
      return inspected.ok ? done({ image, inspected: inspected.value }) : inspected
    },
    salvage: async (image) => done(salvage(SQL, image)),
  }
}
