import { fieldKey } from '../../core/history/change.ts'
import { richState } from '../../core/history/project.ts'
import { readableText } from '../../core/merge/readable-text.ts'
import type { MergeReport } from '../../core/model/view.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'
import type { Workspace } from '../workspace.ts'

/** How often a text stands in its field today, whatever the line ends and spaces between its words. */
export function countText(workspace: Workspace, { id, field, locale, text }: MergeReport['swallowed'][number]): number {
  const subject = workspace.subject(id)
  if (!subject?.edits.has(fieldKey(field, locale))) return 0
  const wanted = spaced(text)
  return wanted === ''
    ? 0
    : spaced(readableText(readDocument(richState(subject, field, locale)))).split(wanted).length - 1
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
