import type { Where } from '../core/tables/where.ts'
import type { Words } from './command.ts'

/** A place in a source in a person's words. */
export function whereWords({ file, sheet, line, row, entry }: Where, words: Words): string {
  const parts = [
    file,
    sheet,
    line === undefined ? undefined : words('where.line', { line }),
    row === undefined ? undefined : words('where.row', { row }),
    entry === undefined ? undefined : words('where.entry', { entry }),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
