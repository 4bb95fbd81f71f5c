import { plainText } from '../rich-text/plain-text.ts'
import { readDocument } from '../rich-text/read-document.ts'
import type { RichView, SubjectView, ValueView } from '../model/view.ts'
import { richState } from './project.ts'
import { isContestedAt, type SettledValue, type Subject } from './settle.ts'

/** A subject with everything a form needs, rich text included. */
export function viewOf(subject: Subject, author: string): SubjectView {
  const rich: [string, RichView][] = [...subject.edits.keys()].map((key) => {
    const [field = '', locale = ''] = key.split(':')
    const state = richState(subject, field, locale)
    return [key, { state, text: plainText(readDocument(state)) }]
  })
  return {
    id: subject.id,
    kind: subject.kind,
    createdAt: subject.createdAt,
    modifiedAt: subject.modifiedAt,
    author,
    deleted: subject.deleted,
    values: Object.fromEntries([...subject.values].map(([key, value]) => [key, valueView(key, value)])),
    sets: Object.fromEntries(
      [...subject.sets].map(([key, set]) => [
        key,
        set.map((element) => ({ key: element.key, ...valueView(key, element) })),
      ]),
    ),
    rich: Object.fromEntries(rich),
  }
}

function valueView(key: string, { value, open }: SettledValue): ValueView {
  return { value, open, contested: isContestedAt(key, open) }
}
