import { Paragraph, Tab, TextRun } from 'docx'
import type { Composition } from '../../core/briefs/composition.ts'
import { inlinesToRuns, readsLeftward } from './inlines.ts'

/** The title block: what it is, title, question, facts, notices. */
export function titleBlock({ head, lang }: Composition): Paragraph[] {
  const title = [
    { kind: 'text', text: head.title.text, marks: [], ...(head.title.lang === lang ? {} : { lang: head.title.lang }) },
  ] as const
  return [
    new Paragraph({ style: 'Kicker', children: [new TextRun(head.kicker)] }),
    new Paragraph({ style: 'Title', bidirectional: readsLeftward(title), children: [...inlinesToRuns(title)] }),
    ...(head.question.length === 0
      ? []
      : [
          new Paragraph({
            style: 'Subtitle',
            bidirectional: readsLeftward(head.question),
            children: [...inlinesToRuns(head.question)],
          }),
        ]),
    ...head.facts.map(
      ({ label, content }) =>
        new Paragraph({
          style: 'Facts',
          children: [
            new TextRun({ text: label, bold: true }),
            new TextRun({ children: [new Tab()] }),
            ...inlinesToRuns(content),
          ],
        }),
    ),
    ...head.notices.map(
      (notice, at) =>
        new Paragraph({
          style: 'Notice',
          ...(at === 0 ? { spacing: { before: 240 } } : {}),
          children: [new TextRun(notice)],
        }),
    ),
  ]
}
