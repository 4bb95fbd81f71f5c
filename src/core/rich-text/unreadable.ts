/**
 * Thrown where bytes are not a Yjs update, or one that cannot be applied: a damaged or hostile file. `index` says which
 * of several updates it was, so that a caller can name the change; nothing is ever skipped in silence.
 */
export class UnreadableRichText extends Error {
  readonly index: number

  constructor(index: number, cause: unknown) {
    super(`rich text update ${index} cannot be read`, { cause })
    this.name = 'UnreadableRichText'
    this.index = index
  }
}
