/**
 * What the core needs from its surroundings, passed in so that two engines run in one test and every run can be repeated.
 */
export type Ports = {
  /** The wall clock in milliseconds since 1970; may be wrong by decades and may jump. */
  readonly nowMillis: () => number
  /** Fills and returns `length` random bytes; cryptographic outside tests. */
  readonly randomBytes: (length: number) => Uint8Array
  /** SHA-256 as lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array | string) => string
}
