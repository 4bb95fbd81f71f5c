/** A position on Earth in degrees, north and east positive. */
export type Position = { readonly lat: number; readonly lon: number }

/** What a file says beside what it shows: who was where, when, with which device. */
export type Given = {
  readonly position: Position | null
  /** The day it was taken or written, as an ISO 8601 date. */
  readonly day: string | null
  readonly device: string | null
  /** Names of people: author, owner, whoever wrote a comment. */
  readonly people: readonly string[]
  /** Other notes: titles, captions, companies, folders on somebody's computer. */
  readonly notes: readonly string[]
}

/** A file that says nothing. */
export const GIVES_NOTHING: Given = { position: null, day: null, device: null, people: [], notes: [] }

/** Whether there is anything that somebody should know before the file is passed on. */
export function givesAnything({ position, day, device, people, notes }: Given): boolean {
  return position !== null || day !== null || device !== null || people.length > 0 || notes.length > 0
}
