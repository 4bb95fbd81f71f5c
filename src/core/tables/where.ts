/** Where in a source something stands: a line, a row of a sheet, an entry by its key, a file of a folder. */
export type Where = {
  readonly file?: string
  readonly sheet?: string
  readonly line?: number
  readonly row?: number
  readonly entry?: string
}

/** A place as the command line's JSON names it, the same in every language: `line 12`, `Répondants row 5`. */
export function whereCode({ file, sheet, line, row, entry }: Where): string {
  const parts = [
    file,
    sheet,
    line === undefined ? undefined : `line ${line}`,
    row === undefined ? undefined : `row ${row}`,
    entry === undefined ? undefined : `entry ${entry}`,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
