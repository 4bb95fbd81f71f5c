/** The part of Papa Parse that is used here. Its own types bring those of Node with them, which this layer has not. */
declare module 'papaparse' {
  export type Result = {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[]
    readonly meta: { readonly delimiter: string; readonly cursor: number }
  }
  type Config = {
    readonly delimiter?: string
    readonly newline?: string
    readonly preview?: number
    readonly skipEmptyLines?: boolean
    readonly delimitersToGuess?: readonly string[]
  }
  class Parser {
    constructor(config: Config)
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): Result
  }
  const Papa: {
    readonly Parser: typeof Parser
    parse(input: string, config: Config): Result
    unparse(
      rows: readonly (readonly (string | number | boolean | null)[])[],
      config: { readonly delimiter: string; readonly newline: string; readonly escapeFormulae: boolean | RegExp },
    ): string
  }
  // biome-ignore lint/style/noDefaultExport: that is how the library is exported
  export default Papa
}
