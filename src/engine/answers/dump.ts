import { richState } from '../../core/history/project.ts'
import { type OpenValue, settle, type Subject } from '../../core/history/settle.ts'
import { ATTACHMENT_KIND } from '../../core/model/attachment.ts'
import { canonicalJson, type Json } from '../../core/model/json.ts'
import { readDocument } from '../../core/rich-text/read-document.ts'
import type { Store } from '../../core/store.ts'

/**
 * The whole logical content as canonical JSON: equal content gives equal text, whoever made it and on whatever machine.
 * Nothing of the machine or the moment is in it. Subjects stand in the order of their ids.
 */
export function dumpStore(store: Store, sha256: (text: string) => string): string {
  const subjects = [...store.subjects()].sort((a, b) => (a.subject < b.subject ? -1 : 1))
  const records = subjects
    .filter(({ kind }) => kind !== ATTACHMENT_KIND)
    .map(({ subject }) => canonicalJson(dumpSubject(settle(store.changesOf(subject)))))
  const ids = [...store.changeIds()].sort()
  const changes = canonicalJson({ count: ids.length, digest: sha256(ids.join('\n')) })
  const attachments = canonicalJson(
    store
      .attachments()
      .map(({ sha256: hash }) => hash)
      .sort(),
  )
  return `{"attachments":${attachments},"changes":${changes},"records":[${records.join(',')}],"workspace":${canonicalJson(store.header.id)}}`
}

function dumpSubject(subject: Subject): Json {
  const rich = [...subject.edits.keys()].map((key) => {
    const [field = '', locale = ''] = key.split(':')
    // The document itself: Markdown would not tell underlined text from plain, and takes longer to write than all else.
    return [key, readDocument(richState(subject, field, locale))] as const
  })
  return {
    id: subject.id,
    kind: subject.kind,
    deleted: subject.deleted,
    survived: subject.survived,
    values: Object.fromEntries([...subject.values].map(([key, value]) => [key, value.open.map(dumpOpen)])),
    sets: Object.fromEntries(
      [...subject.sets].map(([key, set]) => [
        key,
        set.map((element) => ({ key: element.key, open: element.open.map(dumpOpen) })),
      ]),
    ),
    rich: Object.fromEntries(rich),
  }
}

function dumpOpen(open: OpenValue): Json {
  return { id: open.id, author: open.author, at: open.at, value: open.value }
}
