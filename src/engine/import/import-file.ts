import { basename, dirname, extname, join } from 'node:path'
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
  environment: Pick<EngineEnvironment, 'openForReading' | 'sizeOf'>,
  workspace: Workspace,
  path: string,
  options: ImportOptions,
): Generator<ImportResult, Outcome<ImportResult>> {
  const source = openSource(environment, path, options.format)
  if (!source.ok) return source
  const rows = rowsOf(source.value, options.mapping, (name) => isBeside(environment, path, name))
  if (!rows.ok) return rows
  return done(yield* importRows(workspace, rows.value, options))
}

/** Folders beside a source in which exports of forms put the files that their rows name. */
const FOLDERS = ['', 'media', 'attachments']

function isBeside({ sizeOf }: Pick<EngineEnvironment, 'sizeOf'>, source: string, name: string): boolean {
  // A name in a source is no path: what it points to elsewhere on this computer is none of its business.
  if (name !== basename(name) || name === '..') return false
  return [...FOLDERS, basename(source, extname(source))].some(
    (folder) => sizeOf(join(dirname(source), folder, name)) > 0,
  )
}
