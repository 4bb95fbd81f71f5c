import { contestedKeys } from '../../core/history/project.ts'
import { isContested, type OpenValue, type Subject } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import { writtenBy } from '../../core/merge/lost-text.ts'
import { arrivalOf } from '../../core/merge/arrivals.ts'
import { canonicalJson } from '../../core/model/json.ts'
import type { SettleList, ToSettle } from '../../ipc/merges.ts'
import type { MergeRecord } from '../merges/merge-record.ts'
import { countText } from '../merges/standing-text.ts'
import type { Workspace } from '../workspace.ts'
import type { Settling } from './settling.ts'

/** So many are laid out at once; nobody settles more before the list is asked for again. */
const LAID_OUT = 200

/** All that stands to be settled, in an order that does not change as one goes through it. */
export function listToSettle(
  workspace: Workspace,
  contested: Settling['contested'],
  merges: readonly MergeRecord[],
): SettleList {
  const values = contested.ids().flatMap((id) => {
    const subject = workspace.subject(id)
    return subject ? contestedIn(subject) : []
  })
  const texts = merges.filter(({ undone }) => undone === null).flatMap((merge) => lostIn(workspace, merge))
  const items = [...values, ...texts]
  return { total: items.length, items: items.slice(0, LAID_OUT).map((item) => withAuthor(workspace, item)) }
}

function contestedIn(subject: Subject): readonly ToSettle[] {
  return contestedKeys(subject).flatMap((key): readonly ToSettle[] => {
    const [field = '', locale = ''] = key.split(':')
    const place = { ...headOf(subject), field, locale }
    if (key === 'lifecycle')
      return [{ ...place, key: `${subject.id} ${key}`, what: 'deletion', ...deletionIn(subject) }]
    const value = subject.values.get(key)
    if (value) return [{ ...place, key: `${subject.id} ${key}`, what: 'value', ...openOf(value.open) }]
    const elements = (subject.sets.get(key) ?? []).filter(({ open }) => isContested(open))
    return elements.map((element) => ({
      ...place,
      key: `${subject.id} ${key}#${element.key}`,
      what: 'element',
      ...openOf(element.open),
    }))
  })
}

function headOf(subject: Subject) {
  const { titles } = arrivalOf(subject, subject, 0)
  return { subject: subject.id, kind: subject.kind, lang: sourceLang(subject), titles }
}

/** Two people who wrote the same are one value. */
function openOf(open: readonly OpenValue[]): Pick<ToSettle, 'open' | 'saw'> {
  const values = new Map<string, OpenValue>()
  for (const entry of open) {
    const text = canonicalJson(entry.value)
    if (!values.has(text)) values.set(text, entry)
  }
  return { open: [...values.values()], saw: open.map(({ id }) => id) }
}

function deletionIn(subject: Subject): Pick<ToSettle, 'open' | 'saw'> {
  const open = subject.values.get('lifecycle')?.open ?? []
  return { open, saw: open.map(({ id }) => id) }
}

function lostIn(workspace: Workspace, merge: MergeRecord): readonly ToSettle[] {
  return merge.swallowed.flatMap((lost, index): readonly ToSettle[] => {
    const subject = lost.state === 'open' ? workspace.subject(lost.id) : undefined
    // Words that stand in the field once more are settled, whoever wrote them there.
    if (!subject || subject.deleted || countText(workspace, lost) > lost.stood) return []
    const { field, locale, text } = lost
    const key = `${merge.id} ${index}`
    return [
      {
        ...headOf(subject),
        key,
        what: 'text',
        field,
        locale,
        open: [],
        saw: [],
        lost: { merge: merge.id, index, text },
      },
    ]
  })
}

function withAuthor(workspace: Workspace, item: ToSettle): ToSettle {
  if (!item.lost) return item
  const subject = workspace.subject(item.subject)
  const by = subject && writtenBy(subject, item, item.lost.text)
  return by ? { ...item, lost: { ...item.lost, by } } : item
}
