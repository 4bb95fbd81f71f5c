import type { Mapping } from '../../core/tables/mapping.ts'
import { done, type Outcome } from '../../core/problem.ts'
import type { EngineEnvironment } from '../environment.ts'
import type { Workspace } from '../workspace.ts'
import { type ImportDeed, type ImportResult, importRows } from './import-rows.ts'
import { openSource } from './open-source.ts'
import { type ImportFormat, rowsOf } from './source.ts'

/** How a file is imported. */
export type ImportOptions = {
  readonly dryRun: boolean
  readonly format?: ImportFormat | undefined
  readonly mapping?: Mapping | undefined
  readonly note?: (deed: ImportDeed) => void
}

/** Imports a file of any format piece by piece; refuses one that cannot be read. Yields as `importRows` does. */
export function* importFile(
  environment: Pick<EngineEnvironment, 'openForReading'>,
  workspace: Workspace,
  path: string,
  options: ImportOptions,
): Generator<ImportResult, Outcome<ImportResult>> {
  const source = openSource(environment, path, options.format)
  if (!source.ok) return source
  const rows = rowsOf(source.value, options.mapping)
  if (!rows.ok) return rows
  return done(yield* importRows(workspace, rows.value, options))
}
