import { createContext, use } from 'react'

/** What the chips and marks inside of a text need from around it. */
export type EditorHost = {
  readonly citationLabel: (record: string) => string
  readonly onCitationOpen: ((record: string) => void) | undefined
  readonly onOpenLink?: ((url: string) => void) | undefined
}

/** Reaches the chips and marks that Lexical renders into the text. */
export const EditorHostContext = createContext<EditorHost>({
  citationLabel: () => '',
  onCitationOpen: undefined,
})

/** The surroundings of the text that a chip or mark stands in. */
export function useEditorHost(): EditorHost {
  return use(EditorHostContext)
}
