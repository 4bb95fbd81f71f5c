/** The attributes by which our own copied HTML carries what HTML has no word for. */
export const RECORD_ATTRIBUTE = 'data-temoin-record'
/** The text of a note in copied HTML. */
export const NOTE_ATTRIBUTE = 'data-temoin-note'
