import { apartKey, saidApart } from '../core/history/apart.ts'
import { project } from '../core/history/project.ts'
import { settle } from '../core/history/settle.ts'
import type { Lang } from '../core/model/lang.ts'
import { findNearby, type Nearby } from '../core/nearby/nearby.ts'
import { goalOf } from '../core/taxonomy/sdgs.ts'
import type { Opened } from './session.ts'
import { WORKSPACE_SUBJECT } from './workspace.ts'

/** What a record or brief is known by in short. */
const IN_SHORT: readonly string[] = ['title', 'summary', 'question']

/** What stands near a record or brief as it is being written; undefined where there is no such thing. */
export function nearbyWhileTyping(
  { workspace, edits, search }: Pick<Opened, 'workspace' | 'edits' | 'search'>,
  id: string,
  lang: Lang,
): Nearby | undefined {
  const subject = settle([...workspace.store.changesOf(id), ...edits.pendingOf(id)])
  const { card, texts } = project(subject, '')
  if (!card) return undefined
  const spoken = texts.some(({ locale }) => locale === lang) ? lang : card.lang
  const text = texts
    .filter(({ field, locale }) => IN_SHORT.includes(field) && locale === spoken)
    .map((entry) => entry.text)
  const known = new Set((subject.sets.get('records') ?? []).map(({ key }) => key))
  const nearby = findNearby({ card, text: text.join('. '), lang: spoken, known }, { search: search.page, goalOf })
  const apart = saidApart(workspace.subject(WORKSPACE_SUBJECT))
  return { ...nearby, alike: nearby.alike.filter((other) => !apart.has(apartKey('record', id, other.card.id))) }
}
