import type { Composition, TitleBlock } from '../../core/briefs/composition.ts'
import { escapeHtml } from './escape.ts'
import { type BriefFont, fontFaces } from './fonts.ts'
import { directionOf, inlinesToHtml } from './inlines.ts'
import { partToHtml } from './parts.ts'

/** How a brief is set: the style sheet, the fonts it may embed, the paper. */
export type HtmlSetting = {
  readonly style: string
  readonly fonts: readonly BriefFont[]
  readonly paper: 'A4' | 'letter'
}

/** A longer title is set smaller, so that it leaves the first page to the messages. */
const LONG_TITLE = 80

/** Even a reader that opens the file in a browser loads nothing from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/**
 * Writes a brief as one HTML file that needs nothing else: readable on screen, and the page that is printed to PDF.
 * Well-formed as XML too, so any tool can read it.
 */
export function briefToHtml(composition: Composition, { style, fonts, paper }: HtmlSetting): string {
  const { head, lang, date, parts } = composition
  const body = [titleBlock(composition), ...parts.map((part) => partToHtml(part, composition))].join('\n')
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="generator" content="Temoin" />
<meta name="dcterms.date" content="${escapeHtml(date)}" />
<title>${escapeHtml(head.title.text)}</title>
<style>
${[fontFaces(fonts, body), style.trim(), `@page{size:${paper}}`].join('\n')}
</style>
</head>
<body>
<article>
${body}
</article>
</body>
</html>
`
}

function titleBlock({ head, furniture, lang }: Composition): string {
  const titleLang = head.title.lang === lang ? '' : ` lang="${head.title.lang}"`
  const direction = directionOf([{ kind: 'text', text: head.title.text, marks: [] }])
  const size = head.title.text.length > LONG_TITLE ? ' class="long"' : ''
  return [
    '<header>',
    `<p class="kicker">${escapeHtml(head.kicker)}</p>`,
    `<h1${size}${titleLang}${direction}>${escapeHtml(head.title.text)}</h1>`,
    ...(head.question.length === 0
      ? []
      : [`<p class="question"${directionOf(head.question)}>${inlinesToHtml(head.question, furniture)}</p>`]),
    factList(head, furniture),
    ...(head.notices.length === 0
      ? []
      : [`<ul class="notices">${head.notices.map((notice) => `<li>${escapeHtml(notice)}</li>`).join('')}</ul>`]),
    '</header>',
  ].join('\n')
}

function factList({ facts }: TitleBlock, furniture: Composition['furniture']): string {
  const entries = facts.map(
    ({ label, content }) => `<div><dt>${escapeHtml(label)}</dt><dd>${inlinesToHtml(content, furniture)}</dd></div>`,
  )
  return `<dl class="facts">${entries.join('')}</dl>`
}
