/** The attributes by which our own copied HTML carries what HTML has no word for. */
export const RECORD_ATTRIBUTE = 'data-temoin-record'
/** The text of a note in copied HTML. */
export const NOTE_ATTRIBUTE = 'data-temoin-note'
/** Where the style of pasted HTML is kept while it is read: as words about the text, not to be applied. */
export const LOOK_ATTRIBUTE = 'data-look'
