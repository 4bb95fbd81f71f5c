import DOMPurify from 'dompurify'
import type { RichDocument } from '../../core/rich-text/document.ts'
import { domToDocument } from './dom-to-document.ts'
import { LOOK_ATTRIBUTE } from './html-names.ts'

/**
 * Reads HTML from outside, such as a paste. It is sanitised, and parsed without ever becoming part of the page; what
 * comes of it is plain data, from which our own nodes are built.
 */
export function htmlToDocument(html: string): RichDocument {
  const clean = DOMPurify.sanitize(withoutInlineCode(html), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: [
      'style',
      'svg',
      'math',
      'img',
      'picture',
      'video',
      'audio',
      'form',
      'input',
      'button',
      'select',
      'textarea',
    ],
    FORBID_CONTENTS: ['style', 'script', 'svg', 'math', 'title', 'template', 'noscript', 'select', 'textarea'],
  })
  return domToDocument(clean)
}

/**
 * Drops style sheets and handlers and renames style attributes before anything is parsed. Not for safety, which is the sanitiser's: the
 * window's policy would refuse each of them with a complaint in the log.
 */
function withoutInlineCode(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag
        .replace(/(\s|["'])style(\s*=)/gi, `$1${LOOK_ATTRIBUTE}$2`)
        .replace(/(\s|["'])on[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi, '$1'),
    )
}
