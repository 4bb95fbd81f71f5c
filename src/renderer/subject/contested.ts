import type { OpenValue } from '../../core/history/settle.ts'
import type { ElementView, FieldStep, SubjectView, ValueView } from '../../core/model/view.ts'

/** The step that settles a contested value on one of those open: it has seen, and replaces, all of them. */
export function chooseValue(field: string, locale: string, value: ValueView, chosen: OpenValue): FieldStep {
  const saw = value.open.map((open) => open.id)
  return { op: 'set', field, ...(locale === '' ? {} : { locale }), value: chosen.value, saw }
}

/** The step that settles a contested element of a set field: added once more, in place of all that stand open. */
export function chooseElement(field: string, chosen: OpenValue): FieldStep {
  return { op: 'add', field, value: chosen.value }
}

/** Every place of a subject that stands contested, in the order of its fields. */
export function contestedPlaces(view: SubjectView): readonly { readonly key: string; readonly value: ValueView }[] {
  const values = Object.entries(view.values).map(([key, value]) => ({ key, value }))
  const elements = Object.entries(view.sets).flatMap(([key, set]) =>
    set.map((element: ElementView) => ({ key: `${key}#${element.key}`, value: element })),
  )
  return [...values, ...elements].filter(({ value }) => value.contested)
}

/** The open values that differ from one another, latest first: two people who wrote the same are shown once. */
export function differingValues(value: ValueView): readonly OpenValue[] {
  const seen = new Set<string>()
  return value.open.filter((open) => {
    const text = JSON.stringify(open.value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}
