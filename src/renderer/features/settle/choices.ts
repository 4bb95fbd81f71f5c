import type { OpenValue } from '../../../core/history/settle.ts'
import { findField } from '../../../core/model/kinds.ts'
import type { FieldStep } from '../../../core/model/view.ts'
import type { ToSettle } from '../../../ipc/merges.ts'

/** One way to settle something: the keys that choose it, and what is done then. */
export type Choice = {
  readonly keys: readonly string[]
  readonly does: Deed
} & (
  | { readonly what: 'value'; readonly value: OpenValue }
  | { readonly what: 'both' | 'keep' | 'delete' | 'back' | 'let-go' }
)

/** What a choice does. */
export type Deed =
  | { readonly deed: 'step'; readonly step: FieldStep }
  | { readonly deed: 'keep' | 'delete' }
  | { readonly deed: 'text'; readonly state: 'back' | 'let-go' }

/** So many values have a number key of their own. */
const DIGITS = 9

/** The ways to settle something, in the order in which they are shown. */
export function choicesFor(item: ToSettle): readonly Choice[] {
  if (item.what === 'text') {
    return [
      { keys: ['1'], what: 'back', does: { deed: 'text', state: 'back' } },
      { keys: ['2'], what: 'let-go', does: { deed: 'text', state: 'let-go' } },
    ]
  }
  if (item.what === 'deletion') {
    return [
      { keys: ['1'], what: 'keep', does: { deed: 'keep' } },
      { keys: ['2'], what: 'delete', does: { deed: 'delete' } },
    ]
  }
  const values = item.open.map(
    (value, index): Choice => ({
      keys: index < DIGITS ? [String(index + 1)] : [],
      what: 'value',
      value,
      does: { deed: 'step', step: stepTo(item, value.value) },
    }),
  )
  const both = bothOf(item)
  return both === null
    ? values
    : [...values, { keys: ['b'], what: 'both', does: { deed: 'step', step: stepTo(item, both) } }]
}

function stepTo(item: ToSettle, value: OpenValue['value']): FieldStep {
  const { what, field, locale, saw } = item
  if (what === 'element') return { op: 'add', field, value }
  return { op: 'set', field, ...(locale === '' ? {} : { locale }), value, saw }
}

/** All the texts one after the other, where the field holds text; the one that was written first comes first. */
function bothOf({ what, kind, field, open }: ToSettle): string | null {
  const type = findField(kind, field)?.type
  if (what !== 'value' || (type !== 'text' && type !== 'long-text')) return null
  const texts = open.map(({ value }) => (typeof value === 'string' ? value.trim() : '')).filter((text) => text !== '')
  return texts.length < 2 ? null : texts.toReversed().join(type === 'text' ? ' / ' : '\n\n')
}
