import type { RichDocument } from '../../core/rich-text/document.ts'

/** Anything that could mean something in Markdown: then the whole reader is needed. */
const MEANING = /[\\`*_[\]<>|~!&@^]|:\/\/|www\.| {2}$|^[\s#>+\-=\d(]|\s$/im

/** Whether a text is bare. Most imported passages are; the reader of Markdown would be most of the work of an import. */
export function isBareText(markdown: string): boolean {
  return !MEANING.test(markdown.replace(/\n{2,}/g, '\n'))
}

/** Reads bare text exactly as the whole reader would. */
export function bareDocument(text: string): RichDocument {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph !== '')
  return {
    blocks: paragraphs.map((paragraph) => ({
      kind: 'paragraph',
      indent: 0,
      content: [{ kind: 'text', text: paragraph.replace(/\n/g, ' '), marks: [] }],
    })),
  }
}
