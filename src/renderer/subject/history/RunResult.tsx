import { useMemo } from 'react'
import type { HistoryEntry, RunResult as Result } from '../../../core/history/timeline.ts'
import type { Json } from '../../../core/model/json.ts'
import type { DiffPart } from '../../../core/text-diff/diff-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { ChangedWords } from '../../ui/ChangedWords.tsx'
import { useValueWords } from './use-value-words.ts'

type RunResultProps = { readonly kind: string; readonly entry: HistoryEntry }

/** What one act came to: the words that went and came, a value, or what was put into a set and taken out. */
export function RunResult({ kind, entry }: RunResultProps) {
  const { t } = useText()
  const { field, locale, result } = entry
  const values = useMemo(() => valuesOf(result), [result])
  const words = useValueWords(kind, field, values)
  if (field === 'lifecycle' || field === 'lang' || result.type === 'nothing') return null
  if (result.type === 'form') return <p className="history-form">{t('history:form')}</p>
  const parts = result.type === 'text' ? result.parts : partsOf(result, words)
  return (
    <p className="history-words">
      <ChangedWords parts={parts} lang={locale || undefined} />
    </p>
  )
}

type Told = Extract<Result, { readonly type: 'value' | 'set' }>

function valuesOf(result: Result): readonly Json[] {
  if (result.type === 'set') return [...result.removed, ...result.added]
  return result.type === 'value' ? [result.before, result.after] : []
}

function partsOf(result: Told, words: (value: Json) => string): readonly DiffPart[] {
  if (result.type === 'value') {
    const before = isNothing(result.before) ? [] : [part('removed', words(result.before))]
    return apart([...before, part('added', words(result.after))])
  }
  return apart([
    ...result.removed.map((value) => part('removed', words(value))),
    ...result.added.map((value) => part('added', words(value))),
  ])
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text }
}

function isNothing(value: Json): boolean {
  return value === null || value === ''
}

/** Each value on a line of its own. */
function apart(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.flatMap((each, index) => (index === 0 ? [each] : [part('same', '\n'), each]))
}
