import type { FieldContent } from '../history/field-content.ts'
import { EMPTY_DOCUMENT, type RichDocument } from '../rich-text/document.ts'
import { normalDocument } from '../rich-text/normal-document.ts'
import { plainText } from '../rich-text/plain-text.ts'

/** A text without form as a document, a paragraph for every line: so that translation knows one kind of text only. */
function documentOfText(text: string): RichDocument {
  if (text === '') return EMPTY_DOCUMENT
  const lines = text.split('\n')
  return normalDocument({
    blocks: lines.map((line) => ({
      kind: 'paragraph',
      indent: 0,
      content: [{ kind: 'text', text: line, marks: [] }],
    })),
  })
}

/** The text again. */
export function textOfDocument(document: RichDocument): string {
  return plainText(document)
}

/** What a field holds as a document; nothing where it holds no text at all. */
export function documentOfContent(content: FieldContent): RichDocument {
  if (content.type === 'rich') return content.document
  return content.type === 'value' && typeof content.value === 'string' ? documentOfText(content.value) : EMPTY_DOCUMENT
}
