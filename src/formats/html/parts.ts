import type {
  Composition,
  GoalsPart,
  NotesPart,
  Part,
  ReferencesPart,
  TablePart,
  TextPart,
} from '../../core/briefs/composition.ts'
import { blocksToHtml } from './blocks.ts'
import { escapeHtml } from './escape.ts'
import { directionOf, inlinesToHtml } from './inlines.ts'

/** One part of a brief as a section with its heading. */
export function partToHtml(part: Part, composition: Composition): string {
  const role =
    part.kind === 'notes' ? ' role="doc-endnotes"' : part.kind === 'references' ? ' role="doc-bibliography"' : ''
  const kind = part.kind === 'text' && part.boxed ? 'box' : part.kind
  const note = part.kind === 'text' ? part.aside : null
  const aside = note === null ? '' : ` <span class="tag">${escapeHtml(note)}</span>`
  return [
    `<section id="${part.id}" class="part ${kind}"${role} aria-labelledby="${part.id}-title">`,
    `<h2 id="${part.id}-title">${escapeHtml(part.title)}${aside}</h2>`,
    bodyOf(part, composition),
    '</section>',
  ].join('\n')
}

function bodyOf(part: Part, composition: Composition): string {
  switch (part.kind) {
    case 'text':
      return textBody(part, composition)
    case 'table':
      return tableBody(part, composition)
    case 'goals':
      return goalsBody(part)
    case 'notes':
      return notesBody(part, composition)
    case 'references':
      return referencesBody(part, composition)
  }
}

function textBody(part: TextPart, { lang, furniture }: Composition): string {
  const attribute = part.lang === lang ? '' : ` lang="${part.lang}"`
  return `<div class="text"${attribute}>\n${blocksToHtml(part.blocks, furniture)}\n</div>`
}

function tableBody({ caption, columns, rows, foot }: TablePart, { furniture }: Composition): string {
  const edge = (at: number): string => (columns[at]?.align === 'end' ? ' class="end"' : '')
  const widths = columns.map(({ share }) => `<col style="width:${share}%" />`).join('')
  const head = columns.map(({ title }, at) => `<th scope="col"${edge(at)}>${escapeHtml(title)}</th>`).join('')
  const lines = rows.map((cells) => {
    const line = cells.map((cell, at) => `<td${edge(at)}${directionOf(cell)}>${inlinesToHtml(cell, furniture)}</td>`)
    return `<tr>${line.join('')}</tr>`
  })
  return [
    `<table><caption>${escapeHtml(caption)}</caption><colgroup>${widths}</colgroup>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${lines.join('\n')}</tbody></table>`,
    ...foot.map((text) => `<p class="foot">${escapeHtml(text)}</p>`),
  ].join('\n')
}

function goalsBody({ goals }: GoalsPart): string {
  const items = goals.map(({ code, label, color, targets }) => {
    const more = targets.length === 0 ? '' : ` <span class="targets">(${targets.map(escapeHtml).join(', ')})</span>`
    return `<li style="border-color:${color}"><b>${escapeHtml(code)}</b> ${escapeHtml(label)}${more}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function notesBody({ notes }: NotesPart, { lang, furniture }: Composition): string {
  const back = escapeHtml(furniture.backToText)
  const items = notes.map((note) => {
    const attribute = note.lang === lang ? '' : ` lang="${note.lang}"`
    const link = ` <a class="back" href="#noteref-${note.number}" role="doc-backlink" aria-label="${back}">↑</a>`
    const content = `<span${attribute}>${inlinesToHtml(note.content, furniture)}</span>`
    return `<li id="note-${note.number}"><span class="number">${note.number}</span><p>${content}${link}</p></li>`
  })
  return `<ol>${items.join('\n')}</ol>`
}

function referencesBody({ references }: ReferencesPart, { furniture }: Composition): string {
  const back = escapeHtml(furniture.backToText)
  const items = references.map(({ number, occurrences, lines }) => {
    const links = Array.from({ length: occurrences }, (_, at) => {
      const label = occurrences === 1 ? back : `${back} ${at + 1}`
      return ` <a class="back" href="#cite-${number}-${at + 1}" role="doc-backlink" aria-label="${label}">↑</a>`
    })
    const paragraphs = lines.map((line, at) => {
      const end = at === lines.length - 1 ? links.join('') : ''
      return `<p${directionOf(line)}>${inlinesToHtml(line, furniture)}${end}</p>`
    })
    return `<li id="ref-${number}"><span class="number">[${number}]</span>${paragraphs.join('')}</li>`
  })
  return `<ol>${items.join('\n')}</ol>`
}
