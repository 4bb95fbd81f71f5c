import { create } from 'zustand'

/** The note whose form is open, by its key; at most one on screen. */
export const useOpenNote = create<{ readonly key: string | null }>()(() => ({ key: null }))

/** Opens the form of a note, or closes it. */
export function openNote(key: string | null): void {
  useOpenNote.setState({ key })
}
