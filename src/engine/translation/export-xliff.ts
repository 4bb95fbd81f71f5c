import { contentAt, type FieldPlaceOf, inLocale, placesOf } from '../../core/history/field-content.ts'
import { settle } from '../../core/history/settle.ts'
import { sourceLang } from '../../core/history/steps.ts'
import { titleOf } from '../../core/model/card.ts'
import type { Lang } from '../../core/model/lang.ts'
import { done, type Outcome, refused } from '../../core/problem.ts'
import { type OfferedUnit, offerUnits } from '../../core/translation/exchange.ts'
import { changesAt, contentSeen, seenOf } from '../../core/translation/seen.ts'
import { documentOfContent } from '../../core/translation/text-document.ts'
import { codedText } from '../../core/translation/coded-text.ts'
import { translatedAt } from '../../core/translation/translation-state.ts'
import { unitsOf } from '../../core/translation/units.ts'
import type { TargetState, XliffFile, XliffGroup } from '../../formats/xliff/xliff.ts'
import { writeXliff } from '../../formats/xliff/write-xliff.ts'
import { wordsIn } from '../words.ts'
import type { Workspace } from '../workspace.ts'

/** An exchange file and how many texts it offers. */
export type XliffExport = { readonly text: string; readonly units: number }

/**
 * Writes what is to be translated of records into an exchange file (XLIFF 1.2), each field with what it stands on, so
 * that what comes back can be merged with whatever is done here meanwhile.
 */
export function exportXliff(workspace: Workspace, ids: readonly string[], target: Lang): Outcome<XliffExport> {
  const files: XliffFile[] = []
  for (const id of ids) {
    const file = fileOf(workspace, id, target)
    if (!file.ok) return file
    if (file.value.groups.length > 0) files.push(file.value)
  }
  const units = files.flatMap(({ groups }) => groups.flatMap((group) => group.units)).length
  return units === 0
    ? refused({ code: 'nothing-to-translate', lang: target })
    : done({ text: writeXliff(files), units })
}

function fileOf(workspace: Workspace, id: string, target: Lang): Outcome<XliffFile> {
  const changes = workspace.store.changesOf(id)
  if (changes.length === 0) return refused({ code: 'unknown-record', id })
  const subject = settle(changes)
  const source = sourceLang(subject)
  const card = workspace.store.card(id)
  const places = source === target || subject.deleted ? [] : placesOf(subject.kind).filter(isTranslated(source))
  const groups = places.flatMap((place): readonly XliffGroup[] => {
    const field = place.field.id
    const there = inLocale(place, target)
    const words = documentOfContent(contentAt(subject, place))
    const units = offerUnits(words, documentOfContent(contentAt(subject, there)))
    if (units.length === 0) return []
    const translated = translatedAt(subject, there.key)
    const seen = translated && contentSeen(changes, subject.kind, field, source, translated.seen)
    const then = seen
      ? new Set(unitsOf(documentOfContent(seen.content)).map(({ content }) => JSON.stringify(content)))
      : null
    const now = new Map(unitsOf(words).map(({ path, content }) => [path, JSON.stringify(content)]))
    const isOutdated = ({ path }: OfferedUnit) => then !== null && !then.has(now.get(path) ?? '')
    const say = wordsIn(target)
    return [
      {
        field,
        label: say(`kinds:fields.${field}.label`),
        sourceSeen: seenOf(changesAt(changes, field, source)),
        targetSeen: seenOf(changesAt(changes, field, target)),
        units: units.map((unit) => ({
          id: unit.path,
          restype: unit.kind,
          source: unit.source,
          target: unit.target,
          state: stateOf(unit, isOutdated(unit), translated?.state === 'approved'),
          ...(unit.translated && isOutdated(unit) ? { note: say('cli:xliff.outdated') } : {}),
        })),
      },
    ]
  })
  const title = card ? titleOf(card, source) : id
  return done({ workspace: workspace.store.header.id, record: id, title, source, target, groups })
}

function isTranslated(source: Lang): (place: FieldPlaceOf) => boolean {
  return ({ field, locale }) => locale === source && ['text', 'long-text', 'rich'].includes(field.type)
}

function stateOf(unit: OfferedUnit, outdated: boolean, approved: boolean): TargetState {
  if (!unit.translated) return /\p{L}/u.test(codedText(unit.source)) ? 'needs-translation' : 'translated'
  if (outdated) return 'needs-review-translation'
  return approved ? 'final' : 'translated'
}
