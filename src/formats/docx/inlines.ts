import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { ComposedInline, ComposedText } from '../../core/briefs/composition.ts'
import { CITE_SEPARATOR, inlineText, isRightToLeft } from '../../core/briefs/inline-text.ts'
import type { Lang } from '../../core/model/lang.ts'
import { PROOFING } from './styles.ts'

/** Has both the filled and the empty square; in another font they may differ in size. */
export const SYMBOLS = 'Segoe UI Symbol'

/** Where runs stand: the language around them if it is not the document's, and what the style of a link adds. */
type Around = { readonly lang?: Lang | undefined; readonly style?: string }

/** The bookmark a reference is known by. */
export function referenceAnchor(number: number): string {
  return `ref_${number}`
}

/** Inlines as runs. `lang` is the language of the text where it is not the document's. */
export function inlinesToRuns(content: readonly ComposedInline[], around: Around = {}): readonly ParagraphChild[] {
  return content.flatMap((inline): readonly ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return [new TextRun(textRun(inline, around))]
      case 'break':
        return [new TextRun({ break: 1 })]
      case 'link': {
        const children = inlinesToRuns(inline.content, { ...around, style: 'Hyperlink' })
        return [new ExternalHyperlink({ link: inline.url, children: [...children] })]
      }
      case 'note':
        return [new FootnoteReferenceRun(inline.number)]
      case 'citation':
        return [
          new TextRun('['),
          ...inline.cites.flatMap(({ number, label }, at) => [
            ...(at === 0 ? [] : [new TextRun(CITE_SEPARATOR)]),
            new InternalHyperlink({ anchor: referenceAnchor(number), children: [new TextRun(label)] }),
          ]),
          new TextRun(']'),
        ]
      case 'tag':
        return [new TextRun({ text: inline.text.replace(/ /g, '\u00A0'), style: 'Tag' })]
      case 'strength':
        return [
          new TextRun({
            text: '■'.repeat(inline.filled) + '□'.repeat(inline.of - inline.filled),
            font: SYMBOLS,
            noProof: true,
          }),
        ]
    }
  })
}

/** Whether a paragraph of these inlines reads from right to left. */
export function readsLeftward(content: readonly ComposedInline[]): boolean {
  return isRightToLeft(inlineText(content))
}

function textRun({ text, marks, lang }: ComposedText, around: Around): IRunOptions {
  const has = new Set(marks)
  const tongue = lang ?? around.lang
  return {
    text,
    ...(has.has('bold') ? { bold: true } : {}),
    ...(has.has('italic') ? { italics: true } : {}),
    ...(has.has('underline') ? { underline: {} } : {}),
    ...(has.has('strike') ? { strike: true } : {}),
    ...(has.has('code') ? { font: 'Consolas', noProof: true } : {}),
    ...(has.has('subscript') ? { subScript: true } : has.has('superscript') ? { superScript: true } : {}),
    ...(tongue === undefined ? {} : { language: { value: PROOFING[tongue] } }),
    ...(around.style === undefined ? {} : { style: around.style }),
    ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
  }
}
